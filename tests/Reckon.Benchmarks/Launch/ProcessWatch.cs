using System.Diagnostics;
using System.Globalization;
using Reckon.Benchmarks.Machine;
using Reckon.Testing;

namespace Reckon.Benchmarks.Launch;

/// <summary>Runs <c>reckon run</c> as a user does, in a process of its own, and watches it from outside.</summary>
internal sealed class ProcessWatch
{
    private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(50); // Of the looks at a process that will be gone.

    private readonly long _since = Stopwatch.GetTimestamp();
    private double? _firstLine;
    private double? _firstTrial;
    private double _peakMegabytes, _cpu, _engineCpu;

    private double Elapsed => Stopwatch.GetElapsedTime(_since).TotalSeconds;

    /// <summary>Runs <paramref name="sweep"/> from nothing to its end.</summary>
    public static async Task<ProcessFigures> RunAsync(string sweep)
    {
        using var folder = new TempFolder();
        return await new ProcessWatch().RunAsync(sweep, folder.Path);
    }

    private async Task<ProcessFigures> RunAsync(string sweep, string output)
    {
        using var process = ReckonProcess.Start(Take, "run", sweep, "--out", output);
        while (!process.HasExited)
        {
            Look(process);
            await Task.Delay(_interval);
        }

        var end = Elapsed;
        return await process.ExitAsync() == 0 && _firstLine is { } line && _firstTrial is { } trial
            ? new ProcessFigures(line, trial, end, _peakMegabytes, _cpu, _engineCpu)
            : throw new InvalidOperationException($"reckon ended with {process.ExitCode}: {process.Error}");
    }

    private void Take(string line)
    {
        if (!line.Contains(" trials (", StringComparison.Ordinal))
        {
            return;
        }

        _firstLine ??= Elapsed;
        _firstTrial ??= line.StartsWith("0/", StringComparison.Ordinal) ? null : Elapsed;
    }

    private void Look(ReckonProcess process)
    {
        try
        {
            _cpu = process.ProcessorTime.TotalSeconds;
            _engineCpu = Math.Max(_engineCpu, ProcessClock.EngineSeconds(process.Id));
            var peak = File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            _peakMegabytes = double.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
        catch (Exception cause) when (cause is IOException or InvalidOperationException)
        {
            // It ended meanwhile; the last figures count.
        }
    }
}
