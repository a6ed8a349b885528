using Reckon.Cli.Hosting;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Sweeps;
using Reckon.System.Tests.Stores;
using Reckon.Testing;
using StackExchange.Redis;

namespace Reckon.System.Tests.Silos;

public sealed class LostStoreTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;
    private const int Problems = 12;
    private static readonly SweepSubmission _submission = SomeSweep.Submission(Problems);

    [Fact]
    public async Task A_sweep_goes_on_after_the_loss_of_its_only_coordinator_with_nobody_asking()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        var victim = await cluster.AddSiloAsync(SiloRoles.Coordinator);
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(_submission); // Without a worker, nothing is finished yet.
        await run.UntilAsync(status => status.ProblemsRunning > 0);
        await cluster.KillAsync(victim);

        await cluster.AddSiloAsync(SiloRoles.Worker);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);

        // Seen in the store, for any call would wake the sweep.
        await using var client = await ConnectionMultiplexer.ConnectAsync(cluster.Store);
        await Wait.UntilAsync(() => Task.FromResult(ProblemsDone(client) == Problems));
    }

    [Fact]
    public async Task A_store_that_was_emptied_is_noticed_and_costs_no_outcome()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);

        await EmptyInTheMiddleAsync(cluster);
    }

    [Fact]
    public async Task So_is_a_redis_server_that_was_emptied()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var cluster = TestCluster.At(redis.ConnectionString);

        await EmptyInTheMiddleAsync(cluster);
    }

    /// <summary>A sweep that ends before anybody looks must not end with what was lost.</summary>
    [Fact]
    public async Task So_is_one_that_was_emptied_just_before_the_sweep_ends()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        var never = new CoordinatorOptions { CheckInterval = TimeSpan.FromMinutes(10) };

        await EmptyInTheMiddleAsync(cluster, never);
    }

    /// <summary>Whoever is told to pause writes the sweep, and hides the loss from whoever looks later.</summary>
    [Fact]
    public async Task So_is_one_of_a_sweep_that_was_paused_before_anybody_looked()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Slow(), new CoordinatorOptions { CheckInterval = TimeSpan.FromMinutes(10) });
        var (run, sweep) = (new SweepRun(cluster.Grains), cluster.Grains.GetGrain<ICoordinatorGrain>("some"));
        await run.StartAsync(_submission);
        await run.UntilAsync(status => status.TrialsDone > 0);
        await EmptyAsync(cluster);
        await sweep.StopAsync(new SweepOrder("somebody"));

        await sweep.ResumeAsync(new SweepOrder("somebody"));
        await run.UntilAsync(status => status.Phase == SweepPhase.Finished);

        Assert.Contains(await sweep.GetEventsAsync(0, 99), happened => happened.Kind == SweepEventKind.Rewritten); // Its problems, too.
        Assert.Equal(await UndisturbedAsync(), (await sweep.GetOutcomesAsync(default)).Outcomes);
    }

    [Fact]
    public async Task A_problem_whose_outcomes_cannot_be_kept_pauses_and_goes_on_when_they_can()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        await using var client = await ConnectionMultiplexer.ConnectAsync(cluster.Store);
        var key = $"reckon/record/outcomes/some/{_submission.Terms.SpecHash}/problem-3";
        await client.GetDatabase().StringSetAsync(key, "in the way");
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(_submission);
        var stuck = await run.UntilAsync(status => status.ProblemsRunning == 1);
        Assert.Equal((3 * (Problems - 1), 0), (stuck.TrialsDone, stuck.TrialsFailed));

        await client.GetDatabase().KeyDeleteAsync(key);

        Assert.Equal(await UndisturbedAsync(), await run.FinishAsync(_submission));
    }

    [Fact]
    public async Task A_finished_sweep_that_the_store_lost_is_computed_again_when_it_is_submitted_again()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        var run = new SweepRun(cluster.Grains);
        var outcomes = await run.FinishAsync(_submission);

        await EmptyAsync(cluster);

        Assert.Equal(outcomes, await run.FinishAsync(_submission));
    }

    private static async Task EmptyInTheMiddleAsync(TestCluster cluster, CoordinatorOptions? options = null)
    {
        var undisturbed = await UndisturbedAsync();
        await cluster.AddSiloAsync(Both, SimulatedDevice.Slow(), options);
        var (run, sweep) = (new SweepRun(cluster.Grains), cluster.Grains.GetGrain<ICoordinatorGrain>("some"));
        await run.StartAsync(_submission);
        await run.UntilAsync(status => status.TrialsDone > 0);

        await EmptyAsync(cluster);

        await Wait.UntilAsync(async () => (await sweep.GetEventsAsync(0, 99)).Any(happened => happened.Kind == SweepEventKind.Rewritten));
        await run.UntilAsync(status => status.Phase == SweepPhase.Finished);
        Assert.Equal("some", Assert.Single(await cluster.Grains.GetGrain<ISweepsGrain>(0).ListAsync()).Id);
        Assert.Equal(undisturbed, (await sweep.GetOutcomesAsync(default)).Outcomes);
    }

    // All but the table of members: what becomes of that is Orleans' affair.
    private static async Task EmptyAsync(TestCluster cluster)
    {
        await using var client = await ConnectionMultiplexer.ConnectAsync(cluster.Store);
        var keys = client.GetServers().Single().Keys(pattern: "reckon*").Where(key => !$"{key}".Contains("members", StringComparison.Ordinal));
        await client.GetDatabase().KeyDeleteAsync([.. keys]);
    }

    private static async Task<IReadOnlyList<string>> UndisturbedAsync()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        return await new SweepRun(cluster.Grains).FinishAsync(_submission);
    }

    private static int ProblemsDone(ConnectionMultiplexer client) =>
        client.GetServers().Single().Keys(pattern: "reckon/record/trees/*").Count();
}
