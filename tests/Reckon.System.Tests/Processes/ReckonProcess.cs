using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Reckon.System.Tests.Processes;

/// <summary>The executable as a user runs it, its output in pipes.</summary>
internal sealed class ReckonProcess : IDisposable
{
    private const int Interrupt = 2; // SIGINT

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly Lock _lock = new();
    private Action<string>? _onLine;

    private ReckonProcess(string[] arguments)
    {
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "reckon.dll"), .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_error, line.Data);
    }

    public string Output => Read(_output);

    public string Error => Read(_error);

    /// <summary>Starts <c>reckon</c> with <paramref name="arguments"/>.</summary>
    public static ReckonProcess Start(params string[] arguments)
    {
        var process = new ReckonProcess(arguments);
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

    public async Task<int> ExitAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(4));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>Waits until a progress line says that so many trials are done.</summary>
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
        Assert.True(first == reached.Task, $"The run ended before {trials} trials were done: {Error}");
    }

    /// <summary>Ends the process as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What Ctrl-C does.</summary>
    public void SendInterrupt() => _ = Kill(_process.Id, Interrupt);

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
        return slash > 0 && int.TryParse(line.AsSpan(0, slash), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var trials) ? trials : -1;
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

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Kill(int process, int signal);
}
