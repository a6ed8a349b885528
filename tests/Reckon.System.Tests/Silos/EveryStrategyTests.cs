using System.Collections.Immutable;
using Reckon.Cli.Hosting;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

public sealed class EveryStrategyTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;

    public static TheoryData<string> Names { get; } = [.. StrategyRegistry.BuiltIn.All.Select(definition => definition.Name)];

    [Fact]
    public void The_sweep_has_every_strategy_that_ships() => Assert.Equal(
        StrategyRegistry.BuiltIn.All.Select(definition => definition.Name).Order(),
        EveryStrategy.Strategies.Select(strategy => strategy.Name).Distinct().Order());

    [Fact]
    public async Task No_worker_draws_or_judges_anything_twice_whatever_strategies_ask_for_it()
    {
        var ledger = new WorkLedger();
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Counted(ledger));
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Counted(ledger));

        await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(EveryStrategy.Problems, EveryStrategy.Spec));

        Assert.NotEmpty(ledger.Drawn);
        Assert.Distinct(ledger.Drawn);
        Assert.Equal(ledger.ToJudge.AsEnumerable(), ledger.Judged);
    }
}
