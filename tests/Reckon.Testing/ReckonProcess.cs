using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;
using Xunit.Sdk;

namespace Reckon.Testing;

/// <summary>The executable as a user runs it, its output in pipes. It lies next to the program that starts it.</summary>
public sealed class ReckonProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Lock _lock = new();
    private Action<string>? _onLine;

    private ReckonProcess(ReckonLaunch how, string[] arguments, Action<string>? onLine)
    {
        _onLine = onLine;
        _process = new Process { StartInfo = how.Start(arguments) };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_error, line.Data);
    }

    /// <summary>What it has written to standard output so far.</summary>
    public string Output => Read(_output);

    /// <summary>What it has written to standard error so far.</summary>
    public string Error => Read(_error);

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it ended with.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Processor time that it has used.</summary>
    public TimeSpan ProcessorTime => _process.TotalProcessorTime;

    /// <summary>Starts <c>reckon</c> with <paramref name="arguments"/>.</summary>
    public static ReckonProcess Start(params string[] arguments) => Start(onLine: null, arguments);

    /// <summary>The same; <paramref name="onLine"/> gets every line of either output as it comes.</summary>
    public static ReckonProcess Start(Action<string>? onLine, params string[] arguments) => Start(ReckonLaunch.Usual, onLine, arguments);

    /// <summary>The same, started in another way.</summary>
    public static ReckonProcess Start(ReckonLaunch how, Action<string>? onLine, params string[] arguments)
    {
        var process = new ReckonProcess(how, arguments, onLine);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs <c>reckon</c> to its end.</summary>
    public static async Task<ReckonProcess> RunAsync(params string[] arguments)
    {
        var process = Start(arguments);
        await process.ExitAsync();
        return process;
    }

    /// <summary>Waits for its end, and all that it writes. Returns its exit code.</summary>
    public Task<int> ExitAsync() => ExitAsync(_patience);

    /// <summary>The same, with another patience than four minutes.</summary>
    public async Task<int> ExitAsync(TimeSpan most)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(most);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Waits until a progress line says that at least <paramref name="trials"/> are done.</summary>
    /// <exception cref="XunitException">It ends before.</exception>
    public async Task UntilTrialsAsync(int trials)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _onLine = line =>
            {
                if (TrialsOf(line) >= trials)
                {
                    reached.TrySetResult();
                }
            };
            foreach (var line in _error.ToString().Split('\n'))
            {
                _onLine(line);
            }
        }

        var first = await Task.WhenAny(reached.Task, _process.WaitForExitAsync(TestContext.Current.CancellationToken));
        if (first != reached.Task)
        {
            throw new XunitException($"The run ended before {trials} trials were done: {Error}");
        }
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What Ctrl-C does.</summary>
    public void SendInterrupt() => Send(ProcessSignal.Interrupt);

    /// <summary>Sends it a signal.</summary>
    public void Send(ProcessSignal signal) => signal.SendTo(_process.Id);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static int TrialsOf(string line)
    {
        var slash = line.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && int.TryParse(line.AsSpan(0, slash), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var trials)
            ? trials : -1;
    }

    private void Take(StringBuilder target, string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            target.Append(line).Append('\n');
            _onLine?.Invoke(line);
        }
    }

    private string Read(StringBuilder source)
    {
        lock (_lock)
        {
            return source.ToString();
        }
    }
}
