using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class UpgradeTests(DisturbedSweep sweep)
{
    private const string NextVariable = "RECKON_NEXT";

    // Those at the start are slow, so that the sweep lasts until all are replaced; the last worker is not.
    private static readonly string[] _slow = ["worker-1", "worker-2", "worker-3"];

    [Fact]
    public Task A_sweep_survives_replacing_every_process_one_at_a_time() =>
        sweep.RunAsync(new ClusterSetup().WithSlow(_slow), cluster => RollingUpgrade.RunAsync(cluster, ReckonLaunch.Usual));

    /// <summary><c>make upgrade-check</c>: by a build whose contracts have grown, and back.</summary>
    [Fact(Explicit = true)]
    public async Task A_sweep_survives_an_upgrade_to_a_newer_build_and_the_way_back()
    {
        var program = Environment.GetEnvironmentVariable(NextVariable);
        Assert.SkipWhen(program is null, $"{NextVariable} names no newer build: 'make upgrade-check' makes one.");
        var next = ReckonLaunch.Usual with { Program = program! };
        var back = new ClusterSetup
        {
            PlaceOf = name => (name.EndsWith("-1", StringComparison.Ordinal) || name == "worker-2" ? next : ReckonLaunch.Usual, []),
        };
        await sweep.RunAsync(new ClusterSetup().WithSlow(_slow), cluster => RollingUpgrade.RunAsync(cluster, next));
        await sweep.RunAsync(back.WithSlow(_slow), cluster => RollingUpgrade.RunAsync(cluster, ReckonLaunch.Usual));
    }
}
