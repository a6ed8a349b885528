using System.Diagnostics;

namespace Reckon.System.Tests.Clusters;

/// <summary>Faults of what processes need from their machine: room in the store, the network, the clock.</summary>
internal sealed partial class ChaosFaults
{
    private async Task<TimeSpan> FillMemoryAsync()
    {
        await cluster.Store.ConfigureAsync("maxmemory", "1mb"); // Less than it has.
        await DelayAsync(_freeze);
        await cluster.Store.ConfigureAsync("maxmemory", "0");
        return await StallAsync(StallMeter.Now, _after);
    }

    private async Task<TimeSpan> FillDiskAsync()
    {
        disk!.Fill();
        await DelayAsync(_freeze);
        disk.Empty();
        return await StallAsync(StallMeter.Now, _after);
    }

    private Task<TimeSpan> CutCoordinatorsAsync()
    {
        var first = Pick(cluster.Coordinators);
        return CutAsync(first, Pick(cluster.Coordinators.Where(other => other != first)));
    }

    private Task<TimeSpan> CutWorkerAsync() => CutAsync(Pick(cluster.Coordinators), Pick(cluster.Workers));

    // Until the others have given one of the two up, which ends then. Where a third vouches for both, nobody is given up.
    private async Task<TimeSpan> CutAsync(ClusterMember one, ClusterMember other)
    {
        var from = StallMeter.Now;
        network!.Cut(one.Name, other.Name);
        await Wait.UntilAsync(() => one.HasExited || other.HasExited || Stopwatch.GetElapsedTime(from) > _freeze);
        network.Heal(one.Name, other.Name);
        var stall = await StallAsync(from, Stopwatch.GetElapsedTime(from) + _after);
        await cluster.ReviveAsync();
        return stall;
    }

    private async Task<TimeSpan> ShiftClockAsync()
    {
        var (victim, from) = (Pick(cluster.Workers), StallMeter.Now);
        await cluster.AddWorker(clock!.By(TimeSpan.FromHours(3))).ReadyAsync();
        await victim.KillAsync();
        return await StallAsync(from, Stopwatch.GetElapsedTime(from) + _after);
    }
}
