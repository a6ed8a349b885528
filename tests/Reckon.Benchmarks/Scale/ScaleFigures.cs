using System.Diagnostics;
using System.Globalization;
using Reckon.Contracts.Pools;

namespace Reckon.Benchmarks.Scale;

/// <summary>Where the counters stood at one moment.</summary>
internal sealed record ScaleFigures(double Seconds, long Tokens, double CpuSeconds, double PauseSeconds, int Waiting)
{
    /// <summary>Takes them now.</summary>
    /// <param name="grains">Of the first coordinator, whose pauses are taken.</param>
    /// <param name="pool">The proposer's pool.</param>
    /// <param name="others">Processes of the other coordinators.</param>
    public static async Task<ScaleFigures> TakeAsync(IGrainFactory grains, string pool, int[] others)
    {
        var status = await grains.GetGrain<IPoolGrain>(pool).GetStatusAsync();
        return new ScaleFigures(
            Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency, status.Workload.GeneratedTokens,
            Environment.CpuUsage.TotalTime.TotalSeconds + others.Sum(SecondsOf),
            GC.GetTotalPauseDuration().TotalSeconds, status.Waiting);
    }

    private static double SecondsOf(int process)
    {
        using var other = Process.GetProcessById(process);
        return other.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>One line of what happened since <paramref name="earlier"/>.</summary>
    public string Since(ScaleFigures earlier, ScaleShape shape)
    {
        var seconds = Seconds - earlier.Seconds;
        var steps = shape.IsBeam ? 1 : Fleet.Rates.AnswerSteps; // Of a child.
        var children = (Tokens - earlier.Tokens) / (double)(steps * Fleet.Rates.StepTokens);
        var expansions = children / (shape.IsBeam ? ScaleSweep.Children : ScaleSweep.N);
        var busy = children * Fleet.Rates.TimeOf(steps * Fleet.Rates.StepTokens).TotalSeconds / (shape.Workers * Fleet.Rows * seconds);
        var cpu = CpuSeconds - earlier.CpuSeconds;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{seconds,7:f1} {expansions / seconds,14:f0} {busy,11:p1} {cpu / seconds,19:f2} {1_000 * cpu / expansions,17:f3}"
            + $" {(PauseSeconds - earlier.PauseSeconds) / seconds,11:p1}   {Waiting} wait");
    }
}
