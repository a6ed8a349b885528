using System.Diagnostics;
using System.Globalization;
using Reckon.Benchmarks.Machine;

namespace Reckon.Benchmarks.Launch;

/// <summary>Runs <c>reckon run</c> as a user does, in a process of its own, and watches it from outside.</summary>
internal sealed class ReckonProcess : IDisposable
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50); // Of the looks at a process that will be gone.

    private readonly long _since = Stopwatch.GetTimestamp();
    private readonly Process _process;
    private double? _firstLine;
    private double? _firstTrial;
    private double _peakMegabytes, _cpu, _engineCpu;

    private ReckonProcess(string sweep, string output)
    {
        var reckon = Path.Combine(AppContext.BaseDirectory, "reckon.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [reckon, "run", sweep, "--out", output])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!; // Null only for a process that is used again.
    }

    private double Elapsed => Stopwatch.GetElapsedTime(_since).TotalSeconds;

    /// <summary>Runs <paramref name="sweep"/> from nothing to its end.</summary>
    public static async Task<ProcessFigures> RunAsync(string sweep)
    {
        using var folder = new TemporaryFolder();
        using var process = new ReckonProcess(sweep, folder.Path);
        return await process.WatchAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private async Task<ProcessFigures> WatchAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var lines = ReadLinesAsync();
        while (!_process.HasExited)
        {
            Look();
            await Task.Delay(_interval);
        }

        var end = Elapsed;
        await Task.WhenAll(output, lines);
        return _process.ExitCode == 0 && _firstLine is { } line && _firstTrial is { } trial
            ? new ProcessFigures(line, trial, end, _peakMegabytes, _cpu, _engineCpu)
            : throw new InvalidOperationException($"reckon ended with {_process.ExitCode}.");
    }

    private async Task ReadLinesAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.Contains(" trials (", StringComparison.Ordinal))
            {
                continue;
            }

            _firstLine ??= Elapsed;
            _firstTrial ??= line.StartsWith("0/", StringComparison.Ordinal) ? null : Elapsed;
        }
    }

    private void Look()
    {
        try
        {
            _cpu = _process.TotalProcessorTime.TotalSeconds;
            _engineCpu = Math.Max(_engineCpu, ProcessClock.EngineSeconds(_process.Id));
            var peak = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            _peakMegabytes = double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception cause) when (cause is IOException or InvalidOperationException)
        {
            // It ended while it was looked at; what was seen last stands.
        }
    }
}
