using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading.Formats;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;
using Some = Reckon.Evaluation.Tests.Some;

namespace Reckon.Evaluation.Tests.Outcomes;

public sealed class ChainOutcomeTests
{
    [Fact]
    public void Each_chain_says_which_of_its_answers_are_right_and_which_each_revises()
    {
        // Two chains, three rounds: 41, 42, 43 and 42, cut off, 42.
        var tree = Some.Tree((["#### 41"], [0.1], Ending.Finished), (["#### 42"], [0.9], Ending.Finished))
            .Add([Revision(1), Revision(2)], [[Answer("#### 42")], [Answer("cut", Ending.Truncated)]])
            .Add([Revision(3), Revision(4)], [[Answer("#### 43")], [Answer("#### 42")]]);

        Assert.Equal(
            [new ChainOutcome([false, true, false], [-1, 0, 1]), new ChainOutcome([true, false, true], [-1, 0, 1])],
            OutcomeOf(tree, new StrategySpec(Revisions.Definition, 6, ("chains", 2))).Chains!.Value);
    }

    [Fact]
    public void What_is_revised_is_not_always_the_answer_before()
    {
        // The second is worse than the first, so the third revises the first again.
        var tree = Some.Tree((["so", "#### 42"], [0.9, 0.2], Ending.Finished))
            .Add([Redraw(1)], [[Answer("#### 41", score: 0.1)]])
            .Add([Redraw(1)], [[Answer("#### 43", score: 0.3)]]);

        Assert.Equal(
            [new ChainOutcome([true, false, false], [-1, 0, 0])], OutcomeOf(tree, new StrategySpec(Revise.Definition, 3)).Chains!.Value);
    }

    [Fact]
    public void Tied_winners_of_chains_count_by_the_share_of_them_that_is_right()
    {
        // The first chain's winner is 41, the second's 42, which is right; 42 was given in both.
        var tree = Some.Tree((["#### 41"], [0.5], Ending.Finished), (["#### 42"], [0.5], Ending.Finished))
            .Add([Revision(1), Revision(2)], [[Answer("#### 42", score: 0.25)], [Answer("#### 43", score: 0.25)]]);

        var selections = OutcomeOf(tree, new StrategySpec(Revisions.Definition, 4, ("chains", 2)), TieRule.Mean).Selections;

        Assert.Equal([1, 0.5, 0.5], selections.Select(selection => selection.Share!.Value)); // Majority and best are flat.
        Assert.Equal(["42", "41", "41"], selections.Select(selection => selection.Answer));
    }

    [Fact]
    public void Answers_that_stand_for_themselves_form_no_chains() =>
        Assert.Null(OutcomeOf(Some.Tree((["#### 42"], [0.1], Ending.Finished)), Some.BestOfN(1)).Chains);

    private static TrialOutcome OutcomeOf(SearchTree tree, StrategySpec strategy, TieRule ties = TieRule.First)
    {
        var search = FinishedSearch.Of(new SearchResult(tree, new Cost(4, 10, 100, 110), SearchEnd.Completed), strategy.BuildForFirstRound());
        return new TrialGrader(Some.Problem(), AnswerFormat.Default, Some.Sweep with { Ties = ties }).Grade(new TrialSpec(strategy, 0), search).Outcome;
    }

    private static Expansion Revision(int node) => new(node, 1, Extent.Answer) { Seen = 4 };

    private static Expansion Redraw(int node) => new(node, 1, Extent.Answer) { Steps = 1, Draw = Search.Drawing.Draw.DistinctSteps };

    private static Branch Answer(string text, Ending ending = Ending.Finished, double score = 0.5) =>
        Reckon.Testing.Some.Judged([Some.Step(text)], score, ending);
}
