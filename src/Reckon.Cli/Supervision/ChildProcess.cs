using System.Diagnostics;
using System.Reflection;
using Reckon.Cli.Hosting;

namespace Reckon.Cli.Supervision;

/// <summary>
/// A process of this program. Its log goes to a file; it ends when this process does, however that ends, because it watches its
/// standard input.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _logged;
    private readonly TaskCompletionSource<string?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process, string log)
    {
        _process = process;
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.BeginOutputReadLine();
        _logged = CopyAsync(process.StandardError, log);
    }

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>What is ready, when it says so; null when it ends before.</summary>
    public Task<string?> Ready => _ready.Task;

    /// <summary>Starts <c>reckon</c> with <paramref name="spec"/>'s arguments and appends its log to the file <paramref name="log"/>.</summary>
    public static ChildProcess Start(ChildSpec spec, string log)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        string[] entry = isHost ? [Assembly.GetExecutingAssembly().Location] : [];
        var start = new ProcessStartInfo(program, [.. entry, .. spec.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in spec.Variables)
        {
            start.Environment.TryAdd(name, value);
        }

        return new ChildProcess(Process.Start(start)!, log);
    }

    /// <summary>Waits until it has ended, and returns its exit code.</summary>
    public async Task<int> ExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        _ready.TrySetResult(null);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, and ends it when it has not stopped after <paramref name="patience"/>.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        try
        {
            await _process.StandardInput.WriteLineAsync("stop");
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        using var over = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(over.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _logged;
        _process.Dispose();
    }

    private static async Task CopyAsync(StreamReader from, string path)
    {
        await using var log = new StreamWriter(path, append: true);
        while (await from.ReadLineAsync() is { } line)
        {
            await log.WriteLineAsync(line);
            await log.FlushAsync(); // People follow it while the process runs.
        }
    }

    private void Read(string? line)
    {
        if (line?.StartsWith(ServerProcess.ReadyWord, StringComparison.Ordinal) == true)
        {
            _ready.TrySetResult(line[ServerProcess.ReadyWord.Length..].Trim());
        }
        else if (line is null)
        {
            _ready.TrySetResult(null);
        }
    }
}
