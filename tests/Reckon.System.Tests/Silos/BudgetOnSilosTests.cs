using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Contracts.Sweeps;
using Reckon.Coordinator.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.System.Tests.Silos;

public sealed class BudgetOnSilosTests
{
    private const SiloRoles Both = SiloRoles.Coordinator | SiloRoles.Worker;
    private const int Problems = 12;
    private const int TrialsOfProblem = 3;

    [Theory]
    [InlineData(null, 200L, null)]
    [InlineData(null, 1_500L, null)]
    [InlineData(4, null, null)]
    [InlineData(null, null, 6e6)]
    [InlineData(null, null, null, 0.002)]
    public async Task No_trial_spends_more_than_its_budget(int? generations, long? tokens, double? flops, double? money = null)
    {
        var budget = new Budget(generations, tokens, flops, Money: money);
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both);

        var outcomes = await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(Problems, SomeSweep.Spec(budget)));

        var trials = outcomes.Select(OutcomeJson.Read).ToList();
        Assert.Equal(Problems * TrialsOfProblem, trials.Count);
        Assert.All(trials, trial => Assert.True(budget.Covers(trial.Cost, SomeSweep.Price.Sizes), $"{trial.Run} spent {trial.Cost}"));
        Assert.Contains(trials, trial => trial.End == SearchEnd.BudgetExhausted);
    }

    [Fact]
    public async Task A_sweep_with_a_budget_runs_the_same_problems_however_many_run_at_once()
    {
        const long MostOfProblem = TrialsOfProblem * 4_000;
        var spec = SomeSweep.Spec(new Budget(Tokens: 4_000));
        var (all, _) = await RunAsync(spec, problemsAtOnce: 32);
        var limit = MostOfProblem + (Spent(all) / 2);
        var limited = spec with { SweepBudget = new SweepBudget(Tokens: limit) };

        var (one, left) = await RunAsync(limited, problemsAtOnce: 1);
        var (many, leftOfMany) = await RunAsync(limited, problemsAtOnce: 32);

        Assert.Equal(one, many);
        Assert.Equal(left, leftOfMany);
        Assert.InRange(left, 1, Problems - 1);
        Assert.Equal((Problems - left) * TrialsOfProblem, one.Count);
        Assert.Equal(all.Take(one.Count), one);
        Assert.InRange(Spent(one), limit - MostOfProblem + 1, limit);

        static long Spent(IReadOnlyList<string> outcomes) => outcomes.Sum(outcome => OutcomeJson.Read(outcome).Cost.Tokens);
    }

    [Fact]
    public async Task Trials_whose_time_is_over_end_and_keep_what_they_have_even_where_no_worker_is()
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);

        var spec = SomeSweep.Spec(new Budget(Seconds: 0.05));
        var outcomes = await new SweepRun(cluster.Grains).FinishAsync(SomeSweep.Submission(problems: 2, spec));

        var trials = outcomes.Select(OutcomeJson.Read).ToList();
        Assert.Equal(2 * TrialsOfProblem, trials.Count);
        Assert.All(trials, trial => Assert.Equal((SearchEnd.TimeExhausted, 0, Cost.Zero), (trial.End, trial.Rounds, trial.Cost)));
        Assert.NotEmpty(await new SweepClient(cluster.Grains, "some").TreesAsync(0, TestContext.Current.CancellationToken));
    }

    private static async Task<(IReadOnlyList<string> Outcomes, int NotRun)> RunAsync(SweepSpec spec, int problemsAtOnce)
    {
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        await cluster.AddSiloAsync(Both, options: new CoordinatorOptions { MaxProblemsRunning = problemsAtOnce });
        var run = new SweepRun(cluster.Grains);
        var outcomes = await run.FinishAsync(SomeSweep.Submission(Problems, spec));
        return (outcomes, (await run.StatusAsync()).ProblemsNotRun);
    }
}
