using System.Collections.Immutable;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class UpgradeTests(DisturbedSweep sweep)
{
    private const string NextVariable = "RECKON_NEXT";

    // Those at the start are slow, so that the sweep lasts until all are replaced; the last worker is not.
    private static readonly ImmutableArray<string> _slow = ["--rows", "2"];
    private static readonly ClusterSetup _setup = new()
    {
        PlaceOf = name => (ReckonLaunch.Usual, name is "worker-1" or "worker-2" or "worker-3" ? _slow : []),
    };

    [Fact]
    public Task A_sweep_survives_replacing_every_process_one_at_a_time() =>
        sweep.RunAsync(_setup, cluster => RollingUpgrade.RunAsync(cluster, ReckonLaunch.Usual));

    /// <summary><c>make upgrade-check</c>: by a build whose contracts have grown, and back.</summary>
    [Fact(Explicit = true)]
    public async Task A_sweep_survives_an_upgrade_to_a_newer_build_and_the_way_back()
    {
        var program = Environment.GetEnvironmentVariable(NextVariable);
        Assert.SkipWhen(program is null, $"{NextVariable} names no newer build: 'make upgrade-check' makes one.");
        var next = ReckonLaunch.Usual with { Program = program! };
        await sweep.RunAsync(_setup, cluster => RollingUpgrade.RunAsync(cluster, next));
        await sweep.RunAsync(
            _setup with { PlaceOf = name => (name.EndsWith("-1", StringComparison.Ordinal) ? next : ReckonLaunch.Usual, _setup.PlaceOf(name).Arguments) },
            cluster => RollingUpgrade.RunAsync(cluster, ReckonLaunch.Usual));
    }
}
