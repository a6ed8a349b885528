using System.Diagnostics;
using Reckon.System.Tests.Processes;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// Faults of a cluster that runs a sweep. Each returns how long the store stood still because of it, and leaves the cluster with as many
/// processes as it found.
/// </summary>
internal sealed partial class ChaosFaults(
    ClusterOfProcesses cluster, StallMeter meter, Random random, SiloNetwork? network, TinyDisk? disk, ShiftedClock? clock)
{
    private static readonly TimeSpan _freeze = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _outage = TimeSpan.FromSeconds(30);

    // What comes in this time after a fault has to do with it.
    private static readonly TimeSpan _after = TimeSpan.FromSeconds(4);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<(string Kind, Func<Task<TimeSpan>> Do)> All =>
    [
        ("nothing", NothingAsync),
        ("worker killed", KillWorkerAsync),
        ("worker frozen for 20 s", FreezeWorkerAsync),
        ("one of two coordinators killed", KillCoordinatorAsync),
        ("all coordinators killed, after the next is ready", KillAllCoordinatorsAsync),
        ("all workers killed, after the next is ready", KillAllWorkersAsync),
        ("Redis away for 30 s, after it is back", StopRedisAsync),
        ("Redis frozen for 20 s, after it goes on", FreezeRedisAsync),
        ("Redis out of memory for 20 s, after it has room", FillMemoryAsync),
        .. disk is null ? Missing : [("Redis out of disk for 20 s, after it has room", FillDiskAsync)],
        .. network is null ? Missing : [("two coordinators cut off from each other", CutCoordinatorsAsync)],
        .. network is null ? Missing : [("a worker and a coordinator cut off from each other", CutWorkerAsync)],
        .. clock is null ? Missing : [("a worker replaced by one whose clock is wrong", ShiftClockAsync)],
    ];

    /// <summary>What cannot be had here, and so is left out.</summary>
    public string LeftOut => string.Join(", ", new[]
    {
        disk is null ? "a full disk" : "", network is null ? "a cut network" : "", clock is null ? "a wrong clock" : "",
    }.Where(kind => kind.Length > 0).DefaultIfEmpty("nothing"));

    private static (string Kind, Func<Task<TimeSpan>> Do)[] Missing => []; // The machine has not what it takes.

    private async Task<TimeSpan> NothingAsync()
    {
        var from = StallMeter.Now;
        await DelayAsync(_after);
        return meter.Longest(from, StallMeter.Now);
    }

    private async Task<TimeSpan> KillWorkerAsync()
    {
        var from = StallMeter.Now;
        await Pick(cluster.Workers).KillAsync();
        var stall = await StallAsync(from, _after);
        await cluster.AddWorker().ReadyAsync();
        return stall;
    }

    private async Task<TimeSpan> FreezeWorkerAsync()
    {
        var (victim, from) = (Pick(cluster.Workers), StallMeter.Now);
        victim.Send(ProcessSignal.Stop);
        await DelayAsync(_freeze);
        victim.Send(ProcessSignal.Continue);
        var stall = await StallAsync(from, _freeze + _after);
        if (victim.HasExited) // It learned that the others had given it up.
        {
            await cluster.AddWorker().ReadyAsync();
        }

        return stall;
    }

    private async Task<TimeSpan> KillCoordinatorAsync()
    {
        var from = StallMeter.Now;
        await Pick(cluster.Coordinators).KillAsync();
        var stall = await StallAsync(from, _after);
        await cluster.AddCoordinator().ReadyAsync();
        return stall;
    }

    private async Task<TimeSpan> KillAllCoordinatorsAsync()
    {
        var count = await KillAllAsync(cluster.Coordinators);
        await cluster.AddCoordinator().ReadyAsync();
        var stall = await StallAsync(StallMeter.Now, _after);
        await Task.WhenAll(Enumerable.Range(1, count - 1).Select(_ => cluster.AddCoordinator().ReadyAsync()));
        return stall;
    }

    private async Task<TimeSpan> KillAllWorkersAsync()
    {
        var count = await KillAllAsync(cluster.Workers);
        await cluster.AddWorker().ReadyAsync();
        var stall = await StallAsync(StallMeter.Now, _after);
        await Task.WhenAll(Enumerable.Range(1, count - 1).Select(_ => cluster.AddWorker().ReadyAsync()));
        return stall;
    }

    private async Task<TimeSpan> StopRedisAsync()
    {
        await cluster.Redis.StopAsync();
        await DelayAsync(_outage);
        cluster.Redis.StartAgain();
        await Wait.UntilAsync(cluster.Redis.AnswersAsync, () => $"The Redis: {cluster.Redis.End}");
        return await StallAsync(StallMeter.Now, _after);
    }

    private async Task<TimeSpan> FreezeRedisAsync()
    {
        cluster.Redis.Send(ProcessSignal.Stop);
        await DelayAsync(_freeze);
        var back = StallMeter.Now;
        cluster.Redis.Send(ProcessSignal.Continue);
        return await StallAsync(back, _after);
    }

    private static async Task<int> KillAllAsync(IEnumerable<ClusterMember> members)
    {
        ClusterMember[] victims = [.. members.Where(member => !member.HasExited)];
        await Task.WhenAll(victims.Select(victim => victim.KillAsync()));
        return victims.Length;
    }

    private ClusterMember Pick(IEnumerable<ClusterMember> members)
    {
        ClusterMember[] running = [.. members.Where(member => !member.HasExited)];
        return running[random.Next(running.Length)];
    }

    // The longest stall that began in this time, told when it is over.
    private async Task<TimeSpan> StallAsync(long from, TimeSpan time)
    {
        var left = time - Stopwatch.GetElapsedTime(from);
        await DelayAsync(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        var until = StallMeter.Now;
        await Wait.UntilAsync(() => meter.First(until) is not null);
        return meter.Longest(from, until);
    }

    private static Task DelayAsync(TimeSpan time) => Task.Delay(time, TestContext.Current.CancellationToken);
}
