using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class WorkerFaultTests(DisturbedSweep sweep)
{
    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    public Task Any_number_of_coordinators_and_workers_gives_the_same_outcomes(int coordinators, int workers) =>
        sweep.RunAsync(_ => Task.CompletedTask, coordinators, workers);

    [Fact]
    public Task A_worker_that_is_killed_costs_nothing() => sweep.RunAsync(cluster => cluster.Workers[0].KillAsync());

    [Fact]
    public Task A_worker_that_freezes_and_wakes_costs_nothing() => sweep.RunAsync(async cluster =>
    {
        var frozen = cluster.Workers[0];
        frozen.Send(ProcessSignal.Stop);
        await DisturbedSweep.UntilDoneAsync(cluster); // The other one does all of it.
        frozen.Send(ProcessSignal.Continue);
    });

    [Fact]
    public Task A_worker_that_is_asked_to_stop_drains_says_what_was_left_and_costs_nothing() => sweep.RunAsync(
        async cluster =>
        {
            cluster.Workers[0].Send(ProcessSignal.Terminate);
            Assert.Equal(ExitCode.Success, await cluster.Workers[0].ExitAsync());
        },
        check: cluster =>
        {
            Assert.Matches("Drained in .*; [0-9]+ children were left", cluster.Workers[0].Log);
            return Task.CompletedTask;
        });

    [Fact]
    public Task A_worker_that_comes_late_does_the_work_of_one_that_leaves() => sweep.RunAsync(
        new ClusterSetup { Workers = 1 }.WithSlow("worker-1"),
        async cluster =>
        {
            await cluster.AddWorker().ReadyAsync();
            await cluster.Workers[0].KillAsync();
        });
}
