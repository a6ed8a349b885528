using System.Diagnostics;
using Reckon.Benchmarks.Scale;
using Reckon.Contracts.Pools;

namespace Reckon.Benchmarks.Watching;

/// <summary>Measures windows of time, one after the other.</summary>
internal sealed class WatcherWindow(IGrainFactory grains, string pool, int api, TimeSpan length)
{
    public async Task<WatcherFigures> MeasureAsync()
    {
        var (since, tokens, cpu, apiCpu) = (Stopwatch.GetTimestamp(), await TokensAsync(), Environment.CpuUsage.TotalTime, ApiTime());
        await Task.Delay(length);
        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        var expansions = (await TokensAsync() - tokens) / (double)(Fleet.Rates.StepTokens * ScaleSweep.Children);
        return new WatcherFigures(
            expansions / seconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / expansions, (ApiTime() - apiCpu).TotalSeconds / seconds);
    }

    private async Task<long> TokensAsync() => (await grains.GetGrain<IPoolGrain>(pool).GetStatusAsync()).Workload.GeneratedTokens;

    private TimeSpan ApiTime()
    {
        using var process = Process.GetProcessById(api);
        return process.TotalProcessorTime;
    }
}
