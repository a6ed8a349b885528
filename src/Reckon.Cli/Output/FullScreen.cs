using System.Runtime.InteropServices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Reckon.Cli.Output;

/// <summary>
/// A terminal that one picture fills, drawn again when it changes and when the terminal's size does. What stood there before is back at the
/// end.
/// </summary>
internal sealed class FullScreen : IDisposable
{
    private const string Enter = "\u001b[?1049h\u001b[?25l\u001b[?7l"; // Another screen, no cursor, long lines cut off.
    private const string Leave = "\u001b[?7h\u001b[?25h\u001b[?1049l";
    private const string Home = "\u001b[H";
    private const string RestOfLine = "\u001b[K";
    private const string RestOfScreen = "\u001b[J";

    private readonly Lock _lock = new();
    private readonly Terminal _terminal;
    private readonly Func<(int Width, int Height)> _size;
    private readonly PosixSignalRegistration? _resized;
    private Func<int, int, IRenderable>? _picture;
    private bool _isOver;

    /// <summary>Takes <paramref name="terminal"/>, which is interactive.</summary>
    public FullScreen(Terminal terminal, Func<(int Width, int Height)> size)
    {
        (_terminal, _size) = (terminal, size);
        _resized = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Draw());
        terminal.Error.Write(Enter);
    }

    /// <summary>The size of this process's terminal, in characters; that of a small one where it does not say.</summary>
    public static (int Width, int Height) SizeOfTerminal()
    {
        try
        {
            return (Console.WindowWidth, Console.WindowHeight) is ( > 0, > 0) size ? size : (80, 24);
        }
        catch (IOException)
        {
            return (80, 24);
        }
    }

    /// <summary>Shows what <paramref name="picture"/> makes for a width and a height.</summary>
    public void Show(Func<int, int, IRenderable> picture)
    {
        lock (_lock)
        {
            _picture = picture;
        }

        Draw();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _resized?.Dispose();
        lock (_lock)
        {
            _isOver = true;
            _terminal.Error.Write(Leave);
            _terminal.Error.Flush();
        }
    }

    private void Draw()
    {
        lock (_lock)
        {
            if (_picture is null || _isOver)
            {
                return;
            }

            var (width, height) = _size();
            var lines = Rendered(_picture(width, height), width).TrimEnd('\n').Split('\n');
            _terminal.Error.Write(Home + string.Join($"{RestOfLine}\r\n", lines) + RestOfLine + RestOfScreen);
            _terminal.Error.Flush();
        }
    }

    private string Rendered(IRenderable picture, int width)
    {
        using var written = new StringWriter { NewLine = "\n" };
        var console = LiveConsole.On(_terminal with { Error = written });
        console.Profile.Width = width;
        console.Write(picture);
        return written.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
