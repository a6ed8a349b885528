using System.Collections.Immutable;
using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

/// <summary>Asynchronous rounds on real silos: when draws come depends on workers, and what comes of them does not.</summary>
public sealed class AsynchronousOnSilosTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;
    private const int Problems = 8;

    [Theory]
    [InlineData(null)]
    [InlineData(3_000L)]
    public async Task Outcomes_and_trees_are_those_of_synchronous_rounds(long? tokens)
    {
        var budget = new Budget(Tokens: tokens);
        using var folder = new TempFolder();
        await using var alone = TestCluster.On(folder);
        await alone.AddSiloAsync(Both);
        using var other = new TempFolder();
        await using var together = TestCluster.On(other);
        await together.AddSiloAsync(SiloRoles.Coordinator);
        await together.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        await together.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Instant());

        var synchronous = await ResultsAsync(alone, Spec(budget, isAsynchronous: false));
        var asynchronous = await ResultsAsync(together, Spec(budget, isAsynchronous: true));

        Assert.Equal(synchronous.Outcomes, asynchronous.Outcomes);
        Assert.Equal(synchronous.Trees, asynchronous.Trees);
        Assert.Equal(tokens is not null, synchronous.Outcomes.Any(outcome => OutcomeJson.Read(outcome).End != SearchEnd.Completed));
    }

    [Fact]
    public async Task A_worker_that_dies_changes_no_outcome()
    {
        using var folder = new TempFolder();
        await using var undisturbed = TestCluster.On(folder);
        await undisturbed.AddSiloAsync(Both);
        using var other = new TempFolder();
        await using var cluster = TestCluster.On(other);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var victim = await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var submission = SomeSweep.Submission(Problems, Spec(Budget.Unlimited, isAsynchronous: true));
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(submission);
        await run.UntilAsync(status => status.TrialsDone > 0);

        await cluster.KillAsync(victim);

        Assert.Equal((await ResultsAsync(undisturbed, Spec(Budget.Unlimited, isAsynchronous: false))).Outcomes, await run.FinishAsync(submission));
    }

    private static SweepSpec Spec(Budget budget, bool isAsynchronous)
    {
        StrategySpec[] strategies =
        [
            new(DiverseVerifierTreeSearch.Definition, 16, ("width", 4)), new(BeamSearch.Definition, 16, ("width", 2)),
            new(Rebase.Definition, 16, ("subtrees", 4)),
        ];
        return SomeSweep.Spec(budget) with
        {
            Strategies = [.. strategies.Select(strategy => strategy with { IsAsynchronous = isAsynchronous })],
            Aggregation = Aggregation.Min,
        };
    }

    private static async Task<(ImmutableArray<string> Outcomes, string Trees)> ResultsAsync(TestCluster cluster, SweepSpec spec)
    {
        var outcomes = await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(Problems, spec));
        var client = new SweepClient(cluster.Grains, "some");
        List<string> trees = [];
        for (var problem = 0; problem < Problems; problem++)
        {
            trees.Add(Convert.ToHexString(await client.TreesAsync(problem, TestContext.Current.CancellationToken)));
        }

        return (outcomes, string.Join('\n', trees));
    }
}
