using Microsoft.Extensions.DependencyInjection;
using Reckon.Cli.Hosting;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

public sealed class WorkersThatStopTests
{
    private const int Problems = 12;

    [Fact]
    public async Task A_device_that_hangs_costs_no_outcome_and_holds_nothing_up()
    {
        var undisturbed = await UndisturbedAsync();
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        using var clock = new StandableClock();
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.At(clock));
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(Problems));
        await run.UntilAsync(status => status.TrialsDone > 0);

        clock.Stand();
        var outcomes = await run.FinishAsync(SomeSweep.Submission(Problems));

        Assert.Equal(undisturbed, outcomes);
    }

    [Fact]
    public async Task A_worker_that_drains_gives_back_what_it_has_not_begun_and_gets_nothing_more()
    {
        var undisturbed = await UndisturbedAsync();
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var leaving = await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(Problems));
        await run.UntilAsync(status => status.TrialsDone > 0);

        var left = await leaving.Services.GetRequiredService<WorkerDrain>()
            .DrainAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        var device = leaving.Services.GetRequiredService<WorkerDevices>().All[0];
        var done = device.Reports("any").Sum(report => report.GeneratedTokens);
        Assert.Equal((0, 0), (left, device.Outstanding));
        Assert.Equal(undisturbed, await run.FinishAsync(SomeSweep.Submission(Problems)));
        Assert.Equal(done, device.Reports("any").Sum(report => report.GeneratedTokens));
        Assert.Equal((2, 1), (await run.ProposersAsync()) is var pool ? (pool.Workers, pool.Draining) : default);
    }

    [Fact]
    public async Task What_a_draining_worker_cannot_finish_in_time_is_given_back_and_counted()
    {
        var undisturbed = await UndisturbedAsync();
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        using var clock = new StandableClock();
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var leaving = await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.At(clock));
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(Problems));
        var device = leaving.Services.GetRequiredService<WorkerDevices>().All[0];
        await run.UntilAsync(_ => device.Outstanding > 0);
        clock.Stand();

        var left = await leaving.Services.GetRequiredService<WorkerDrain>()
            .DrainAsync(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);

        Assert.True(left > 0, "Nothing was left.");
        Assert.Equal(undisturbed, await run.FinishAsync(SomeSweep.Submission(Problems)));
    }

    [Fact]
    public async Task What_a_worker_did_still_counts_when_it_has_left()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var leaving = await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var run = new SweepRun(cluster.Grains);
        await run.FinishAsync(SomeSweep.Submission(Problems));
        var before = await run.ProposersAsync();

        await cluster.KillAsync(leaving);
        var after = await run.UntilPoolAsync(pool => pool.Workers == 1);

        Assert.True(before.Workload.GeneratedTokens > 0);
        Assert.Equal(before.Workload.GeneratedTokens, after.Workload.GeneratedTokens);
        Assert.Equal((2, 1), (before.Workers, after.Workers));
    }

    private static async Task<IReadOnlyList<string>> UndisturbedAsync()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator | SiloRoles.Worker);
        return await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(Problems));
    }
}
