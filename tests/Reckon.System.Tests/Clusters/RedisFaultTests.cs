using System.Diagnostics;
using Reckon.System.Tests.Processes;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class RedisFaultTests(DisturbedSweep sweep)
{
    private static readonly TimeSpan _looked = TimeSpan.FromSeconds(15); // Coordinators look every two.
    private static readonly TimeSpan _freeze = TimeSpan.FromSeconds(6); // Longer than calls to it wait.

    [Fact]
    public Task A_redis_that_is_restarted_with_its_data_costs_nothing() => sweep.RunAsync(async cluster =>
    {
        await cluster.Redis.StopAsync();
        cluster.Redis.StartAgain();
    });

    [Fact]
    public Task A_redis_that_comes_back_empty_is_noticed_and_costs_no_outcome_and_processes_still_find_one_another() => sweep.RunAsync(
        new ClusterSetup { Workers = 1, Redis = new RedisSetup() }.WithSlow("worker-1"),
        async cluster =>
        {
            await cluster.Redis.StopAsync();
            cluster.Redis.StartAgain();
            await Wait.UntilAsync(async () => (await cluster.EventsAsync()).Contains("rewritten", StringComparison.Ordinal));
            await cluster.AddWorker().ReadyAsync();
            await cluster.Workers[0].KillAsync(); // Work goes on at the one that came.
            Assert.Equal(4, (await cluster.Store.MembersAsync()).Keys.Count()); // The coordinator, two workers, and the table's version.
        },
        check: cluster =>
        {
            Assert.Contains("The store had lost the sweep", cluster.Coordinators[0].Log, StringComparison.Ordinal);
            Assert.Contains("The store had lost the table", cluster.Coordinators[0].Log, StringComparison.Ordinal);
            return Task.CompletedTask;
        });

    [Fact]
    public Task A_redis_that_freezes_costs_nothing() => sweep.RunAsync(async cluster =>
    {
        cluster.Redis.Send(ProcessSignal.Stop);
        await Task.Delay(_freeze, TestContext.Current.CancellationToken); // The fault itself, not a wait for its end.
        cluster.Redis.Send(ProcessSignal.Continue);
    });

    [Fact]
    public Task A_redis_whose_memory_is_full_is_told_with_a_remedy_and_the_sweep_goes_on_when_there_is_room() => sweep.RunAsync(async cluster =>
    {
        await cluster.Store.ConfigureAsync("maxmemory", "1mb"); // Less than it has.
        await Wait.UntilAsync(async () => (await cluster.StatusAsync()).Contains("raise its 'maxmemory'", StringComparison.Ordinal));
        await cluster.Store.ConfigureAsync("maxmemory", "0");
    });

    [Fact]
    public async Task A_redis_whose_disk_is_full_is_told_with_a_remedy_and_the_sweep_goes_on_when_there_is_room()
    {
        using var folder = new TempFolder();
        using var disk = TinyDisk.Mount(folder.File("disk"), kilobytes: 64 << 10);
        var redis = new RedisSetup { IsKept = true, Folder = disk.Path };
        await sweep.RunAsync(new ClusterSetup { Redis = redis }, async cluster =>
        {
            await cluster.Store.RewriteAsync();
            var rewrites = await cluster.Store.RewritesAsync();
            disk.Fill();
            var full = Stopwatch.GetTimestamp();
            await Wait.UntilAsync(async () => (await cluster.StatusAsync()).Contains("make room there", StringComparison.Ordinal));
            await Wait.UntilAsync(() => Stopwatch.GetElapsedTime(full) > _looked);
            disk.Empty();

            // Redis 7.0 could not read the file that it has now: it was cut off in the wrong place. A coordinator asks for a new one.
            await Wait.UntilAsync(async () => await cluster.Store.RewritesAsync() > rewrites);
            await cluster.Redis.StopAsync();
            cluster.Redis.StartAgain();
            await Wait.UntilAsync(cluster.Redis.AnswersAsync, () => cluster.Redis.End);
        });
    }
}
