namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class CoordinatorFaultTests(DisturbedSweep sweep)
{
    [Fact]
    public Task One_of_two_coordinators_that_is_killed_costs_nothing() =>
        sweep.RunAsync(cluster => cluster.Coordinators[0].KillAsync(), coordinators: 2);

    [Fact]
    public Task A_sweep_whose_only_coordinator_is_killed_goes_on_at_the_next_one_with_nobody_asking() => sweep.RunAsync(async cluster =>
    {
        await cluster.Coordinators[0].KillAsync();
        cluster.AddCoordinator();
        await DisturbedSweep.UntilDoneAsync(cluster); // Seen in the store: a call would wake the sweep.
    });
}
