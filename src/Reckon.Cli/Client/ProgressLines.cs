using Reckon.Cli.Output;

namespace Reckon.Cli.Client;

/// <summary>Shows progress: on a terminal in one line that changes, in a pipe as a line now and then.</summary>
internal sealed class ProgressLines(Terminal terminal)
{
    private const int EveryNth = 20; // In a pipe: one in ten seconds.
    private int _shown;
    private string _line = "";

    /// <summary>Shows how far it is.</summary>
    public void Show(string line)
    {
        _line = line;
        if (line.Length > 0 && terminal.IsInteractive)
        {
            terminal.Error.Write($"\r{line}\u001b[K");
        }
        else if (line.Length > 0 && _shown++ % EveryNth == 0)
        {
            terminal.Error.WriteLine(line);
            _line = "";
        }
    }

    /// <summary>Adds a line that stays.</summary>
    public void Add(string line) => terminal.Error.WriteLine(terminal.IsInteractive ? $"\r{line}\u001b[K" : line);

    /// <summary>Leaves the last line.</summary>
    public void End()
    {
        if (terminal.IsInteractive)
        {
            terminal.Error.WriteLine();
        }
        else if (_line.Length > 0)
        {
            terminal.Error.WriteLine(_line);
        }
    }
}
