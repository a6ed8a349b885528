namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class NetworkFaultTests(DisturbedSweep sweep)
{
    [Theory]
    [InlineData("coordinator-1", "coordinator-2")]
    [InlineData("coordinator-1", "worker-1")]
    public async Task Two_processes_that_are_cut_off_from_each_other_cost_nothing(string one, string other)
    {
        string[] cut = [one, other];
        using var network = SiloNetwork.Create();
        var setup = network.Setup(new ClusterSetup { Coordinators = 2 });
        await sweep.RunAsync(setup, async cluster =>
        {
            network.Cut(one, other);
            await Wait.UntilAsync(() => cluster.Members.Any(member => member.HasExited)); // The others have given one of them up.
            Assert.Contains(cluster.Members.Single(member => member.HasExited).Name, cut);
            network.Heal(one, other);
            await cluster.ReviveAsync(); // As whatever runs processes does.
        });
    }
}
