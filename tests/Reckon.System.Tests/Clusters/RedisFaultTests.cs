using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class RedisFaultTests(DisturbedSweep sweep)
{
    private static readonly TimeSpan _freeze = TimeSpan.FromSeconds(6); // Longer than calls to it wait.

    [Fact]
    public Task A_redis_that_is_restarted_with_its_data_costs_nothing() => sweep.RunAsync(async cluster =>
    {
        await cluster.Redis.StopAsync();
        cluster.Redis.StartAgain();
    });

    [Fact]
    public Task A_redis_that_comes_back_empty_is_noticed_and_costs_no_outcome() => sweep.RunAsync(
        async cluster =>
        {
            await cluster.Redis.StopAsync();
            cluster.Redis.StartAgain();
        },
        isKept: false,
        check: async cluster =>
        {
            Assert.Contains("rewritten", await cluster.EventsAsync(), StringComparison.Ordinal);
            Assert.Contains("The store had lost the sweep", cluster.Coordinators[0].Log, StringComparison.Ordinal);
        });

    [Fact]
    public Task A_redis_that_freezes_costs_nothing() => sweep.RunAsync(async cluster =>
    {
        cluster.Redis.Send(ProcessSignal.Stop);
        await Task.Delay(_freeze, TestContext.Current.CancellationToken); // The fault itself, not a wait for its end.
        cluster.Redis.Send(ProcessSignal.Continue);
    });
}
