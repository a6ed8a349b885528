using System.CommandLine;
using System.Runtime.InteropServices;
using Reckon.Cli.Output;

namespace Reckon.Cli.Hosting;

/// <summary>What asks a server to stop: a signal or, where it is attached to the process that started it, that one's end.</summary>
internal sealed class StopSignal : IDisposable
{
    /// <summary>The option that attaches a server to the process that starts it.</summary>
    public const string AttachedOption = "--attached";

    // A terminal sends its signal to a whole group of processes, and what started this one may send another right after.
    private static readonly TimeSpan _sameAsk = TimeSpan.FromSeconds(1);

    // Whoever started this one was killed, and its store mostly with it: there is nothing to wait for.
    private static readonly TimeSpan _orphansTime = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _signals;
    private readonly TimeProvider _time;
    private long? _first;

    private StopSignal(bool isAttached, TimeProvider time, CancellationToken asked)
    {
        (_stop, _time) = (CancellationTokenSource.CreateLinkedTokenSource(asked), time);
        _signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT }.Select(signal => PosixSignalRegistration.Create(signal, OnSignal))];
        if (isAttached)
        {
            _ = WatchInputAsync();
        }
    }

    /// <summary>Is cancelled when the server is to stop.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Adds the option that attaches a server to the process that starts it.</summary>
    public static Option<bool> AddAttachedOption(Command command)
    {
        var option = new Option<bool>(AttachedOption)
        {
            Description = "Stop when standard input ends: in good order after a line, soon without one.",
            Hidden = true,
        };
        command.Add(option);
        return option;
    }

    /// <summary>Listens.</summary>
    /// <param name="isAttached">Whether the end of standard input asks it to stop.</param>
    /// <param name="time">The time.</param>
    /// <param name="asked">Asks it to stop, too.</param>
    public static StopSignal Listen(bool isAttached, TimeProvider time, CancellationToken asked) => new(isAttached, time, asked);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var signal in _signals)
        {
            signal.Dispose();
        }

        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_first is { } first && _time.GetElapsedTime(first) > _sameAsk)
        {
            Environment.Exit(ExitCode.Interrupted); // Whoever asks twice does not want to wait.
        }

        if (_first is null)
        {
            _first = _time.GetTimestamp();
            _ = AskAsync(); // The command line's own handler is there only once the server waits for something.
        }
    }

    private async Task AskAsync()
    {
        try
        {
            await _stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself meanwhile.
        }
    }

    private async Task WatchInputAsync()
    {
        var input = Console.OpenStandardInput();
        var buffer = new byte[64];
        var isAsked = false;
        try
        {
            while (await input.ReadAsync(buffer) > 0)
            {
                isAsked = true;
            }
        }
        catch (IOException)
        {
            // It is gone.
        }

        await AskAsync();
        if (!isAsked)
        {
            await Task.Delay(_orphansTime, _time);
            Environment.Exit(ExitCode.Interrupted);
        }
    }
}
