using System.Diagnostics;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class NetworkFaultTests(DisturbedSweep sweep)
{
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(15);

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
            var since = Stopwatch.GetTimestamp();
            network.Cut(one, other);

            // The others may give one of them up, or find through a third that both are well.
            await Wait.UntilAsync(() => cluster.Members.Any(member => member.HasExited) || Stopwatch.GetElapsedTime(since) > _longest);
            Assert.All(cluster.Members.Where(member => member.HasExited), member => Assert.Contains(member.Name, cut));
            network.Heal(one, other);
            await cluster.ReviveAsync(); // As whatever runs processes does.
        });
    }
}
