using Reckon.Cli.Hosting;
using Reckon.Evaluation.Documents;
using Reckon.Inference.Engines;
using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

public sealed class EveryStrategyTests(EveryStrategyRun together) : IClassFixture<EveryStrategyRun>
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;

    public static TheoryData<string> Names { get; } = [.. StrategyRegistry.BuiltIn.All.Select(definition => definition.Name)];

    [Fact]
    public void Every_strategy_that_ships_is_in_the_sweep() => Assert.Equal(
        StrategyRegistry.BuiltIn.All.Select(definition => definition.Name).Order(),
        EveryStrategy.Strategies.Select(strategy => strategy.Name).Distinct().Order());

    [Fact]
    public void No_worker_draws_or_judges_anything_twice_whatever_strategies_ask_for_it()
    {
        Assert.NotEmpty(together.Ledger.Drawn);
        Assert.Distinct(together.Ledger.Drawn);
        Assert.Equal(together.Ledger.Whole.AsEnumerable(), together.Ledger.Judged);
    }

    [Fact]
    public async Task Nor_where_most_answers_are_cut_off()
    {
        var ledger = new WorkLedger();
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Counted(ledger));

        await new SweepRun(cluster.Grains).FinishAsync(EveryStrategy.Submission(maxAnswerTokens: 30)); // An answer has about 40.

        Assert.Distinct(ledger.Drawn);
        var drawn = ledger.Whole.CountBy(step => step).ToDictionary();
        Assert.All(ledger.Judged.CountBy(step => step), step => Assert.InRange(step.Value, 1, drawn[step.Key]));
        Assert.InRange(ledger.Whole.Length, ledger.Judged.Length + 1, ledger.Drawn.Length - 1); // There are steps that were cut off.
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_strategy_has_the_outcomes_that_it_has_alone(string name)
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);

        var alone = await new SweepRun(cluster.Grains).FinishAsync(EveryStrategy.Alone(name));

        Assert.NotEmpty(alone);
        Assert.Equal(alone, together.Results.Outcomes.Where(outcome => OutcomeJson.Read(outcome).Strategy == name));
    }

    [Theory]
    [InlineData(64, 32, 65_536, 2048)] // What ships.
    [InlineData(1, 1, 0, 2)]
    [InlineData(5, 2, 100, 30)]
    public async Task One_worker_gives_the_same_bytes_under_any_limits(int rows, int parkedRows, int keptTokens, int batchTokens)
    {
        var limits = new EngineOptions { MaxRows = rows, MaxParkedRows = parkedRows, MaxKeptTokens = keptTokens, MaxBatchTokens = batchTokens };
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Instant(limits));

        AssertSame(await new SweepRun(cluster.Grains).FinishWithTreesAsync(EveryStrategy.Submission()));
    }

    [Fact]
    public async Task Three_workers_and_two_coordinators_give_the_same_bytes()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Instant(rows: 3));
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Instant(rows: 8));
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());

        AssertSame(await new SweepRun(cluster.Grains).FinishWithTreesAsync(EveryStrategy.Submission()));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(3, 1)]
    [InlineData(3, 8)]
    public async Task Any_number_of_coordinators_and_workers_gives_the_same_bytes(int coordinators, int workers)
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        for (var i = 0; i < coordinators; i++)
        {
            await cluster.AddSiloAsync(SiloRoles.Coordinator);
        }

        await cluster.AddWorkersAsync([.. Enumerable.Range(0, workers).Select(i => SimulatedDevice.Instant(rows: 2 + i))]);
        var run = new SweepRun(cluster.Grains);
        await run.UntilPoolAsync(pool => pool.Workers == workers);

        AssertSame(await run.FinishWithTreesAsync(EveryStrategy.Submission()));
    }

    [Fact]
    public async Task A_cluster_that_dies_half_way_goes_on_in_another_life_to_the_same_bytes()
    {
        using var folder = new TempFolder();
        var trials = together.Results.Outcomes.Length;
        await using (var first = TestCluster.On(folder))
        {
            var coordinator = await first.AddSiloAsync(SiloRoles.Coordinator);
            var worker = await first.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
            var run = new SweepRun(first.Grains);
            await run.StartAsync(EveryStrategy.Submission());
            var status = await run.UntilAsync(status => status.TrialsDone >= trials / 2);
            Assert.InRange(status.TrialsDone, 1, trials - 1);
            await first.KillAsync(worker);
            await first.KillAsync(coordinator);
        }

        await using var second = TestCluster.On(folder, "second");
        await second.AddSiloAsync(Both);

        AssertSame(await new SweepRun(second.Grains).FinishWithTreesAsync(EveryStrategy.Submission()));
    }

    private void AssertSame(SweepBytes results)
    {
        Assert.Equal(together.Results.Outcomes.AsEnumerable(), results.Outcomes);
        Assert.Equal(together.Results.Trees.AsEnumerable(), results.Trees);
    }
}
