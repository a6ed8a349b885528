using Reckon.Cli.Hosting;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Sweeps;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Silos;

public sealed class SweepOrdersTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;
    private const int Problems = 8;
    private static readonly SweepOrder _ann = new("ann", "to see what happens");
    private static readonly SweepSubmission _submission = SomeSweep.Submission(Problems);

    [Fact]
    public async Task Two_sweeps_of_one_name_run_side_by_side_and_are_listed()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);

        var both = await Task.WhenAll(
            new SweepRun(cluster.Grains, "one").FinishAsync(_submission), new SweepRun(cluster.Grains, "two").FinishAsync(_submission));

        Assert.Equal(both[0], both[1]);
        Assert.Equal(
            [("one", "some", SweepPhase.Finished), ("two", "some", SweepPhase.Finished)],
            (await ListAsync(cluster)).Select(entry => (entry.Id, entry.Name, entry.Phase)).Order());
    }

    [Fact]
    public async Task A_pause_and_what_follows_stand_in_the_list_of_events()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Slow());
        var (run, sweep) = (new SweepRun(cluster.Grains), cluster.Grains.GetGrain<ICoordinatorGrain>("some"));
        await run.StartAsync(_submission);
        await run.UntilAsync(status => status.TrialsDone > 0);

        await sweep.StopAsync(_ann);
        await sweep.StopAsync(_ann); // The second time there is nothing to do.
        Assert.Equal(SweepPhase.Stopped, (await run.StatusAsync()).Phase);
        await sweep.ResumeAsync(new SweepOrder("bob"));
        await run.UntilAsync(status => status.Phase == SweepPhase.Finished);

        Assert.Equal(
            [
                (SweepEventKind.Submitted, "reckon run"), (SweepEventKind.Paused, "ann"), (SweepEventKind.Resumed, "bob"),
                (SweepEventKind.Finished, "coordinator"),
            ],
            (await sweep.GetEventsAsync(0, 99)).Select(happened => (happened.Kind, happened.Who)));
        Assert.Equal(_ann.Why, (await sweep.GetEventsAsync(1, 1)).Single().Why);
    }

    [Fact]
    public async Task A_running_sweep_gets_another_window_and_another_priority_and_it_is_on_record()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Slow(rows: 32));
        var (run, sweep) = (new SweepRun(cluster.Grains), cluster.Grains.GetGrain<ICoordinatorGrain>("some"));
        await run.StartAsync(SomeSweep.Submission(problems: 40));
        await run.UntilAsync(status => status.ProblemsRunning > 1);

        await sweep.RetuneAsync(new SweepTuning(Window: 1, Priority: 4), _ann);
        await sweep.RetuneAsync(new SweepTuning(Window: 1, Priority: null), new SweepOrder("bob")); // That is how it stands.

        await run.UntilAsync(status => status is { ProblemsRunning: 1, Window: 1, Priority: 4 });
        var routers = cluster.Grains.GetGrain<IRoutersGrain>((await WorkersAsync(cluster)).Single());
        await Wait.UntilAsync(async () => (await routers.GetLoadsAsync()).SelectMany(load => load.Owners).Any(owner => owner.Priority == 5));
        await sweep.RetuneAsync(new SweepTuning(Window: 0, Priority: null), _ann);
        await run.UntilAsync(status => status.Phase == SweepPhase.Finished);
        Assert.Equal(
            [("ann", "priority 0 to 4; window none to 1", _ann.Why), ("ann", "window 1 to none", _ann.Why)],
            (await sweep.GetEventsAsync(0, 99)).Where(happened => happened.Kind == SweepEventKind.Retuned)
                .Select(happened => (happened.Who, happened.What, happened.Why)));
        await Assert.ThrowsAsync<SweepPhaseException>(() => sweep.RetuneAsync(new SweepTuning(2, 2), _ann));
    }

    [Fact]
    public async Task A_cancelled_sweep_keeps_what_it_has_and_never_runs_again()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Slow());
        var (run, sweep) = (new SweepRun(cluster.Grains), cluster.Grains.GetGrain<ICoordinatorGrain>("some"));
        await run.StartAsync(_submission);
        await run.UntilAsync(status => status.TrialsDone > 0);

        await sweep.CancelAsync(_ann);

        Assert.Equal(SweepPhase.Cancelled, (await run.StatusAsync()).Phase);
        Assert.NotEmpty((await sweep.GetOutcomesAsync(default)).Outcomes);
        var refusal = await Assert.ThrowsAsync<SweepPhaseException>(() => run.StartAsync(_submission));
        Assert.Contains("cancelled, which is final", refusal.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<SweepPhaseException>(() => sweep.ResumeAsync(_ann));
        await Assert.ThrowsAsync<SweepPhaseException>(() => sweep.RequeueAsync(_ann));
    }

    [Fact]
    public async Task Failed_trials_are_tried_again_when_somebody_says_so()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        var broken = await cluster.AddSiloAsync(Both, SimulatedDevice.Broken());
        var (run, sweep) = (new SweepRun(cluster.Grains), cluster.Grains.GetGrain<ICoordinatorGrain>("some"));
        await run.StartAsync(SomeSweep.Submission(problems: 2));
        await run.UntilAsync(status => status.Phase == SweepPhase.Finished);
        Assert.NotNull(broken);
        await cluster.AddSiloAsync(SiloRoles.Worker);

        Assert.Equal(6, await sweep.RequeueAsync(_ann));

        await run.UntilAsync(status => status is { Phase: SweepPhase.Finished, TrialsDone: 6, TrialsFailed: 0 });
        Assert.Equal(0, await sweep.RequeueAsync(_ann));
        Assert.Single((await sweep.GetEventsAsync(0, 99)), happened => happened.Kind == SweepEventKind.Requeued);
    }

    [Fact]
    public async Task A_deleted_sweep_leaves_nothing_but_nodes_and_its_id_is_free()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        var (run, sweep) = (new SweepRun(cluster.Grains), cluster.Grains.GetGrain<ICoordinatorGrain>("some"));
        var outcomes = await run.FinishAsync(_submission);

        await sweep.DeleteAsync(_ann);

        await using var client = await ConnectionMultiplexer.ConnectAsync(cluster.Store);
        Assert.Equal(
            ["reckon/record/deleted"], // The list of what was deleted. With the probe the store is tried now and then.
            client.GetServers().Single().Keys(pattern: "reckon/record/*").Select(key => $"{key}").Except(["reckon/record/probe"]));
        Assert.Empty(await ListAsync(cluster));
        Assert.Equal(SweepPhase.Unknown, (await run.StatusAsync()).Phase);
        Assert.Equal(outcomes, await run.FinishAsync(_submission));
    }

    [Theory, InlineData("a/b"), InlineData("a b")]
    public async Task An_id_that_could_not_stand_in_a_key_is_refused(string id)
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);

        var refusal = await Assert.ThrowsAsync<SweepRefusedException>(() => new SweepRun(cluster.Grains, id).StartAsync(_submission));

        Assert.Contains(SweepIds.Rule, refusal.Message, StringComparison.Ordinal);
        Assert.True(SweepIds.IsValid(SweepIds.New("some", Guid.NewGuid())));
    }

    [Fact]
    public async Task A_sweep_that_runs_is_not_deleted()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await new SweepRun(cluster.Grains).StartAsync(_submission);

        var refusal = await Assert.ThrowsAsync<SweepPhaseException>(
            () => cluster.Grains.GetGrain<ICoordinatorGrain>("some").DeleteAsync(_ann));

        Assert.Contains("is running. Pause or cancel it first.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_finished_sweep_says_of_itself_outlives_its_silo_without_running_it_again()
    {
        using var folder = new TempFolder();
        SweepStatus before;
        IReadOnlyList<string> outcomes;
        await using (var first = TestCluster.On(folder))
        {
            await first.AddSiloAsync(Both);
            outcomes = await new SweepRun(first.Grains).FinishAsync(_submission);
            before = await new SweepRun(first.Grains).StatusAsync();
        }

        await using var second = TestCluster.On(folder, "second");
        await second.AddSiloAsync(SiloRoles.Coordinator); // No worker: nothing can be drawn.
        var sweep = second.Grains.GetGrain<ICoordinatorGrain>("some");

        var status = await sweep.GetStatusAsync();
        Assert.Equal((before.Phase, before.TrialsDone, before.Tokens), (status.Phase, status.TrialsDone, status.Tokens));
        Assert.Equal(outcomes, (await sweep.GetOutcomesAsync(default)).Outcomes);
    }

    [Fact]
    public async Task A_sweep_is_deleted_when_it_was_kept_long_enough()
    {
        using var folder = new TempFolder();
        await using (var first = TestCluster.On(folder))
        {
            await first.AddSiloAsync(Both);
            await new SweepRun(first.Grains, "kept").FinishAsync(_submission);
            await new SweepRun(first.Grains, "not").FinishAsync(_submission);
            var sweep = first.Grains.GetGrain<ICoordinatorGrain>("short");
            await sweep.AddProblemsAsync(_submission.Terms, 0, _submission.Problems);
            await sweep.StartAsync(
                new SweepStart(_submission.Terms, Problems, _ann) { KeepFor = TimeSpan.Zero, Priority = 7 },
                TestContext.Current.CancellationToken);
            await new SweepRun(first.Grains, "short").UntilAsync(status => status.Phase == SweepPhase.Finished);
            Assert.Equal(7, (await ListAsync(first)).Single(entry => entry.Id == "short").Priority);
        }

        await using var second = TestCluster.On(folder, "second");
        await second.AddSiloAsync(SiloRoles.Coordinator); // It looks when it starts.

        await Wait.UntilAsync(async () => (await ListAsync(second)).Length == 2);
        Assert.Equal(["kept", "not"], (await ListAsync(second)).Select(entry => entry.Id));
    }

    private static async Task<IEnumerable<string>> WorkersAsync(TestCluster cluster) =>
        (await cluster.Grains.GetGrain<IPoolsGrain>(0).GetAsync()).Workers.Select(worker => worker.Key);

    private static async Task<SweepEntry[]> ListAsync(TestCluster cluster) =>
        [.. await cluster.Grains.GetGrain<ISweepsGrain>(0).ListAsync()];
}
