using Microsoft.Extensions.DependencyInjection;
using Reckon.Cli.Hosting;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

public sealed class UnreachableSiloTests
{
    private const int Problems = 4;

    [Fact]
    public async Task A_problem_whose_silo_is_out_of_reach_for_longer_than_pauses_may_last_is_not_given_up()
    {
        var unreachable = new UnreachableProblems(times: 8);
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator, more: silo =>
        {
            silo.Services.AddSingleton<IOutgoingGrainCallFilter>(unreachable);
            silo.Services.AddSingleton<TimeProvider>(new HastyClock(factor: 1_000)); // Eight calls take an hour.
        });
        await cluster.AddSiloAsync(SiloRoles.Worker);
        var run = new SweepRun(cluster.Grains);

        await run.FinishAsync(SomeSweep.Submission(Problems));

        Assert.Equal(Problems, unreachable.Reached);
        Assert.Equal(0, (await run.StatusAsync()).TrialsFailed);
    }
}
