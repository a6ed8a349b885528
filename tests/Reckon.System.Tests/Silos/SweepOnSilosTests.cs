using Reckon.Cli.Hosting;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

public sealed class SweepOnSilosTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;
    private const int Problems = 12;

    [Fact]
    public async Task One_silo_and_five_give_the_same_outcomes()
    {
        var alone = await OutcomesOfOneSiloAsync(SomeSweep.Submission(Problems));
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker);
        await cluster.AddSiloAsync(SiloRoles.Worker);

        var together = await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(Problems));

        Assert.Equal(alone, together);
        Assert.Equal(Problems * 3, together.Length);
    }

    [Fact]
    public async Task A_worker_that_dies_costs_no_outcome_and_changes_none()
    {
        var undisturbed = await OutcomesOfOneSiloAsync(SomeSweep.Submission(Problems));
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var victim = await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(Problems));
        await run.UntilAsync(status => status.TrialsDone > 0);

        await cluster.KillAsync(victim);

        Assert.Equal(undisturbed, await run.FinishAsync(SomeSweep.Submission(Problems)));
    }

    [Fact]
    public async Task A_coordinator_silo_that_dies_with_its_problems_costs_no_outcome_and_changes_none()
    {
        var undisturbed = await OutcomesOfOneSiloAsync(SomeSweep.Submission(Problems));
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        var victim = await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, SimulatedDevice.Slow());
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(Problems));
        await run.UntilAsync(status => status.TrialsDone > 0);

        await cluster.KillAsync(victim);

        Assert.Equal(undisturbed, await run.FinishAsync(SomeSweep.Submission(Problems)));
    }

    [Fact]
    public async Task Without_a_worker_a_sweep_waits_for_one()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(problems: 2));
        await run.UntilAsync(status => status.ProblemsRunning == 2);

        await cluster.AddSiloAsync(SiloRoles.Worker);

        Assert.Equal(6, (await run.FinishAsync(SomeSweep.Submission(problems: 2))).Length);
    }

    [Fact]
    public async Task A_stopped_sweep_stands_still_and_goes_on_to_the_same_outcomes()
    {
        var undisturbed = await OutcomesOfOneSiloAsync(SomeSweep.Submission(Problems));
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Slow());
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(Problems));
        await run.UntilAsync(status => status.TrialsDone > 0);

        await run.StopAsync();

        var stopped = await run.StatusAsync();
        Assert.Equal(SweepPhase.Stopped, stopped.Phase);
        Assert.InRange(stopped.TrialsDone, 1, (Problems * 3) - 1);
        Assert.Equal(undisturbed, await run.FinishAsync(SomeSweep.Submission(Problems)));
    }

    [Fact]
    public async Task A_finished_sweep_that_is_started_again_draws_nothing()
    {
        using var folder = new TempFolder();
        await using (var first = TestCluster.On(folder))
        {
            await first.AddSiloAsync(Both);
            await new SweepRun(first.Grains).FinishAsync(SomeSweep.Submission(Problems));
        }

        await using var second = TestCluster.On(folder, "second");
        var engines = SimulatedDevice.Instant();
        await second.AddSiloAsync(Both, engines);
        var outcomes = await new SweepRun(second.Grains).FinishAsync(SomeSweep.Submission(Problems));

        Assert.Equal(Problems * 3, outcomes.Length);
        Assert.All(engines.Reports("any"), report => Assert.Equal(0, report.GeneratedTokens + report.JudgedTokens));
    }

    [Fact]
    public async Task A_model_that_fails_at_every_run_costs_its_trials_and_not_the_silo()
    {
        var sound = await OutcomesOfOneSiloAsync(SomeSweep.Submission(problems: 2));
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, SimulatedDevice.Broken());
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(problems: 2));

        var status = await run.UntilAsync(status => status.Phase == SweepPhase.Finished);

        Assert.Equal(6, status.TrialsFailed);
        Assert.All(status.Failures, failure => Assert.Contains(BrokenModel.Reason, failure.Reason, StringComparison.Ordinal));

        // The silo continues: with a second worker whose model runs, the same sweep finishes.
        await cluster.AddSiloAsync(SiloRoles.Worker);
        await run.StartAsync(SomeSweep.Submission(problems: 2));
        await run.UntilAsync(status => status.Phase == SweepPhase.Finished && status.TrialsDone == 6);
        Assert.Equal(sound, await run.FinishAsync(SomeSweep.Submission(problems: 2)));
    }

    [Fact]
    public async Task Another_spec_under_the_same_name_is_refused()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        var run = new SweepRun(cluster.Grains);
        await run.StartAsync(SomeSweep.Submission(Problems));

        await Assert.ThrowsAsync<SweepConflictException>(() => run.StartAsync(Another(SomeSweep.Submission(Problems))));
    }

    [Fact]
    public async Task A_sweep_with_an_unknown_strategy_is_refused_and_leaves_its_id_to_others()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator | SiloRoles.Worker);
        var run = new SweepRun(cluster.Grains);
        var submission = SomeSweep.Submission(Problems);
        var terms = submission.Terms;
        var foreign = submission with
        {
            Terms = terms with { SpecHash = "foreign", Spec = terms.Spec.Replace("\"best-of-n\"", "\"guess\"", StringComparison.Ordinal) },
        };

        var refusal = await Assert.ThrowsAsync<SweepRefusedException>(() => run.StartAsync(foreign));

        Assert.Contains("There is no strategy 'guess' in this process. Name the plugin", refusal.Message, StringComparison.Ordinal);
        Assert.NotEmpty(await run.FinishAsync(submission));
    }

    [Fact]
    public async Task A_small_search_gives_the_first_children_of_a_large_one()
    {
        var outcomes = await OutcomesOfOneSiloAsync(SomeSweep.Submission(Problems));
        var alone = await OutcomesOfOneSiloAsync(
            SomeSweep.Submission(Problems, SomeSweep.Spec() with { Strategies = [new StrategySpec(BestOfN.Definition, 1)] }));

        Assert.Equal(alone, outcomes.Where(outcome => OutcomeJson.Read(outcome).Run == "best-of-n n=1"));
    }

    private static async Task<IReadOnlyList<string>> OutcomesOfOneSiloAsync(SweepSubmission submission)
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);
        return await new SweepRun(cluster.Grains).FinishAsync(submission);
    }

    private static SweepSubmission Another(SweepSubmission submission) =>
        submission with { Terms = submission.Terms with { SpecHash = "another" } };
}
