using System.Collections.Immutable;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Costs;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Estimates;

public sealed class SweepEstimatorTests
{
    // Prompts of 10 and 20 tokens, answers of 100 and 150, in 4 steps.
    private static readonly Workload _workload =
        new(5, new ModelLengths(10, 100, 200), new ModelLengths(20, 150, 200), 4, AnswerBasis.Solutions);

    [Fact]
    public void A_trial_reads_each_prompt_once_and_draws_and_judges_n_answers()
    {
        var run = Estimate([Some.BestOfN(4)]).Runs[0];

        Assert.Equal((10 + 400, 20 + 600), (run.ProposerTokens, run.VerifierTokens));
        Assert.Equal((2.0 * 3 * 410) + (2.0 * 7 * 620), run.Flops);
        Assert.Equal(10 + 800 + 20 + 800, run.LongestTokens);
        Assert.Equal((10, 4, 4), (run.Trials, run.Generations, run.Answers)); // 5 problems × 2 seeds.
    }

    [Fact]
    public void Without_a_verifier_nothing_is_judged()
    {
        var estimate = Estimate([Some.BestOfN(4)], workload: _workload with { Verifier = null }, verifierParameters: 0);

        Assert.Equal((0, 2.0 * 3 * 410), (estimate.Runs[0].VerifierTokens, estimate.Runs[0].Flops));
        Assert.Equal(10 + 800, estimate.Runs[0].LongestTokens);
    }

    public static TheoryData<StrategySpec, double> Answers => new()
    {
        { new StrategySpec(GreedyDecoding.Definition, 1), 1 },
        { new StrategySpec(DistinctOfN.Definition, 8), 8 },
        { Some.Beam(8, 2), 8 },
        { new StrategySpec(DiverseVerifierTreeSearch.Definition, 8, ("width", 2)), 8 },
        { new StrategySpec(Rebase.Definition, 8), 8 },
        { new StrategySpec(ParticleFiltering.Definition, 8), 8 },
        { new StrategySpec(MonteCarloTreeSearch.Definition, 8, ("width", 2)), 8 },
        { new StrategySpec(EarlyStopping.Definition, 8), 6 }, // Half of the problems draw 4, the others 8.
        { new StrategySpec(EarlyStopping.Definition, 2), 2 },
        { new StrategySpec(Lookahead.Definition, 8, ("width", 2), ("steps", 0)), 8 },
        { new StrategySpec(Lookahead.Definition, 8, ("width", 2), ("steps", 1)), 4 * 7.0 / 4 }, // Three of four steps have one after them.
        { new StrategySpec(Lookahead.Definition, 8, ("width", 2), ("steps", 3)), 2 * (4 + 3 + 2 + 1) / 4.0 },
        { new StrategySpec(Revise.Definition, 8, ("chains", 2)), 2 + (6 / 2.0) },
        { new StrategySpec(Revisions.Definition, 8, ("chains", 2)), 8 },
    };

    [Theory, MemberData(nameof(Answers))]
    public void A_strategy_draws_as_many_answers_as_its_definition_expects(StrategySpec strategy, double answers) =>
        Assert.Equal(answers, Estimate([strategy]).Runs[0].Answers, 1e-9);

    [Fact]
    public void A_revision_reads_a_prompt_with_the_answers_that_it_sees()
    {
        // Two chains of four: revisions see 1, 2 and 2 answers.
        var run = Estimate([new StrategySpec(Revisions.Definition, 8, ("chains", 2), ("seen", 2))]).Runs[0];

        Assert.Equal((7 * 10) + ((8 + (2 * 5)) * 100), run.ProposerTokens);
        Assert.Equal(20 + (8 * 150), run.VerifierTokens);
    }

    [Fact]
    public void The_sum_counts_every_trial_as_if_it_ran_alone()
    {
        var estimate = Estimate([Some.BestOfN(1), Some.BestOfN(4)]);

        Assert.Equal(20, estimate.Trials);
        Assert.Equal((10 * (110 + 410), 10 * (170 + 620)), (estimate.Nominal.ProposerTokens, estimate.Nominal.VerifierTokens));
        Assert.Equal(estimate.Runs.Sum(run => run.Trials * run.Flops), estimate.Nominal.Flops);
    }

    [Fact]
    public void Answers_from_the_root_are_drawn_once_for_all_and_prompts_read_once_for_each_problem()
    {
        // Of beam search, 4 of 16 steps are the beginnings of best-of-16's answers.
        var estimate = Estimate([Some.BestOfN(1), Some.BestOfN(16), Some.Beam(4, 2)]);

        Assert.Equal(10 * (16 + 3) * 100, estimate.SharedGenerated);
        Assert.Equal((5 * 10) + (10 * 19 * 100), estimate.Shared.ProposerTokens);
        Assert.Equal((5 * 20) + (10 * 19 * 150), estimate.Shared.VerifierTokens);
    }

    [Fact]
    public void A_budget_ends_what_it_does_not_cover()
    {
        var run = Estimate([Some.BestOfN(4)], new Budget(Tokens: 530)).Runs[0];

        Assert.Equal(530, run.ProposerTokens + run.VerifierTokens, 1e-9);
        Assert.Equal((2, 210), (run.Answers, run.ProposerTokens)); // 500 of 1,000 tokens after the prompts.
        Assert.Equal(530, run.LongestTokens);
    }

    [Fact]
    public void A_budget_of_operations_ends_what_it_does_not_cover()
    {
        // Prompts take 2 × (3 × 10 + 7 × 20) = 340, and four answers 2 × (3 × 400 + 7 × 600) = 10,800 more.
        var run = Estimate([Some.BestOfN(4)], new Budget(Tokens: 1_000_000, Flops: 340 + 5_400)).Runs[0];

        Assert.Equal((2, 210, 5_740), (run.Answers, run.ProposerTokens, run.Flops));
    }

    [Fact]
    public void A_plugin_that_fails_or_promises_nonsense_counts_as_n_answers()
    {
        var fails = BestOfN.Definition with { Version = "1", Work = (_, _) => throw new InvalidOperationException() };

        Assert.Equal(4, Estimate([new StrategySpec(fails, 4)]).Runs[0].Answers);
        Assert.Equal(4, Estimate([new StrategySpec(fails with { Work = (_, _) => new ExpectedWork(double.NaN) }, 4)]).Runs[0].Answers);
    }

    [Fact]
    public void Time_is_what_is_drawn_by_the_rate() =>
        Assert.Equal(8, TimeEstimate.Of(Estimate([Some.BestOfN(4)]), 500, "as given").Seconds); // 10 × 400 tokens.

    private static SweepEstimate Estimate(
        ImmutableArray<StrategySpec> strategies, Budget? budget = null, Workload? workload = null, long verifierParameters = 7) =>
        new SweepEstimator(
            Some.Sweep with { Strategies = strategies, Seeds = [0, 1], Budget = budget ?? Budget.Unlimited },
            workload ?? _workload, new ModelSizes(3, verifierParameters)).Estimate();
}
