using System.Text;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Tests.Trees;
using Reckon.Evaluation.Trees;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Outcomes;

/// <summary>What becomes of trials in which a policy chose.</summary>
public sealed class PolicyOutcomeTests
{
    // As a policy names them, and the same runs without one. The first answers of best-of-n are those of the probe.
    private static readonly SweepSpec _sweep = SomeTrees.Sweep with
    {
        Strategies =
        [
            Some.BestOfN(8),
            new(Adaptive.Definition, 8, ("policy", "p@0 probe=4 measure=meanScore cuts= bins=best-of-n best (min)")),
            new(Adaptive.Definition, 8, ("policy", "p@1 probe=4 measure=agreement cuts=0.7 bins=best-of-n majority|beam width=2 weighted")),
        ],
        Selections = [SelectionRule.Majority, SelectionRule.Best, SelectionRule.Weighted],
    };

    [Fact]
    public async Task The_policys_way_of_choosing_takes_the_place_of_each_of_the_sweeps()
    {
        var byMin = _sweep with { Aggregation = Search.Verification.Aggregation.Min };
        var (_, trials) = await SomeTrees.GrowAsync(sweep: _sweep);
        var (_, chosenByMin) = await SomeTrees.GrowAsync(sweep: byMin);

        var best = chosenByMin[0].Graded.Outcome.Selections.Single(selection => selection.Rule == SelectionRule.Best);
        Assert.All(trials[1].Graded.Outcome.Selections, selection => Assert.Equal(best.Answer, selection.Answer));
        Assert.Equal(_sweep.Selections, trials[1].Graded.Outcome.Selections.Select(selection => selection.Rule));
        Assert.Equal(0, trials[1].Graded.Outcome.Policy!.Bin);
        Assert.Null(trials[0].Graded.Outcome.Policy);
    }

    [Fact]
    public async Task Kept_trees_are_graded_again_as_their_policy_chose()
    {
        var (trees, trials) = await SomeTrees.GrowAsync(sweep: _sweep);
        var read = ProblemTreesJson.Read(Lines(trees));
        var grader = new TrialGrader(Testing.Some.Problem(), SomeTrees.Format, _sweep);

        foreach (var ((trial, spec), (_, graded)) in read.Trials.Zip(_sweep.Trials()).Zip(trials))
        {
            var again = grader.Grade(spec, read.ToSearch(trial));

            Assert.Equal(graded.Outcome, again.Outcome);
            Assert.Equal(graded.Choices, again.Choices);
        }
    }

    [Fact]
    public async Task An_outcome_says_what_the_policy_chose()
    {
        var (_, trials) = await SomeTrees.GrowAsync(sweep: _sweep);
        var line = OutcomeJson.Write(trials[2].Graded.Outcome);

        Assert.Contains("\"policy\":{\"bin\":", line, StringComparison.Ordinal);
        Assert.Equal(trials[2].Graded.Outcome, OutcomeJson.Read(line));
        Assert.DoesNotContain("\"policy\"", OutcomeJson.Write(trials[0].Graded.Outcome), StringComparison.Ordinal);
    }

    private static string[] Lines(ProblemTrees trees)
    {
        using var stream = new MemoryStream();
        ProblemTreesJson.Write(trees, stream);
        return Encoding.UTF8.GetString(stream.ToArray()).Split((char)10, StringSplitOptions.RemoveEmptyEntries);
    }
}
