using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Trees;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Trees;

public sealed class ProblemTreesTests
{
    [Fact]
    public async Task A_search_can_be_read_back_as_grading_saw_it()
    {
        var (trees, trials) = await SomeTrees.GrowAsync();

        foreach (var (trial, (search, _)) in trees.Trials.Zip(trials))
        {
            var (expected, actual) = (FinishedSearch.Of(search, StrategyOf(trial.Run)), trees.ToSearch(trial));
            Assert.Equal((expected.End, expected.Rounds, expected.Truncated, expected.Cost),
                (actual.End, actual.Rounds, actual.Truncated, actual.Cost));
            Assert.Equal(expected.Solutions.Select(solution => solution.Text), actual.Solutions.Select(solution => solution.Text));
            Assert.Equal(expected.Solutions.Select(solution => solution.IsKept), actual.Solutions.Select(solution => solution.IsKept));
            Assert.Equal(expected.Solutions.SelectMany(solution => solution.Scores),
                actual.Solutions.SelectMany(solution => solution.Scores));
        }
    }

    [Fact]
    public async Task Steps_that_several_trials_drew_are_kept_once()
    {
        var (trees, trials) = await SomeTrees.GrowAsync();

        var drawn = trials.Sum(trial => trial.Search.Tree.Nodes.Sum(node => node.Proposal.Steps.Length));
        Assert.True(trees.Steps.Length < drawn, $"{trees.Steps.Length} steps are kept of {drawn}.");
        Assert.Distinct(trees.Steps.Select(step => (step.Parent, step.Child)));
    }

    [Fact]
    public async Task A_step_follows_the_one_before_it_on_its_path()
    {
        var (trees, _) = await SomeTrees.GrowAsync();

        Assert.All(trees.Steps.Index(), step => Assert.InRange(step.Item.Parent, -1, step.Index - 1));
    }

    [Fact]
    public async Task What_was_written_is_read_back_and_written_the_same()
    {
        var (trees, _) = await SomeTrees.GrowAsync();

        var read = ProblemTreesJson.Read(Lines(trees));

        Assert.Equal(Lines(trees), Lines(read));
        Assert.Equal(trees.Steps.AsEnumerable(), read.Steps);
        Assert.Equal(trees.Trials.SelectMany(trial => trial.Nodes), read.Trials.SelectMany(trial => trial.Nodes));
    }

    [Fact]
    public async Task Without_its_steps_the_rest_is_the_same()
    {
        var (trees, _) = await SomeTrees.GrowAsync();

        var read = ProblemTreesJson.ReadWithoutSteps(Lines(trees));

        Assert.Empty(read.Steps);
        Assert.Equal(trees.Answers.AsEnumerable(), read.Answers);
        Assert.Equal(trees.Trials.SelectMany(trial => trial.Candidates), read.Trials.SelectMany(trial => trial.Candidates));
    }

    [Fact]
    public async Task Choosing_from_a_pool_gives_what_the_trial_chose()
    {
        var (trees, trials) = await SomeTrees.GrowAsync();

        var pool = trees.ToPool(trees.Trials[0]).Candidates;

        Assert.Equal(8, pool.Length);
        var candidates = pool.Select(AsCandidate).ToList();
        foreach (var selection in trials[0].Graded.Outcome.Selections)
        {
            Assert.Equal(selection.Correct, pool[Selection.Choose(selection.Rule, candidates)!.Value].IsCorrect);
        }
    }

    [Fact]
    public async Task The_scores_of_every_aggregation_are_read_back_and_choose_as_the_trial_did()
    {
        var sweep = SomeTrees.Sweep with { OtherAggregations = [Aggregation.Min, Aggregation.Max], Ties = TieRule.Mean };
        var (trees, trials) = await SomeTrees.GrowAsync(sweep: sweep);

        var read = ProblemTreesJson.ReadWithoutSteps(Lines(trees));

        foreach (var (selection, choice) in trials[0].Graded.Outcome.Selections.Zip(read.Trials[0].Choices))
        {
            var place = selection.Aggregation is { } aggregation ? sweep.Aggregations.IndexOf(aggregation) : 0;
            var pool = read.ToPool(read.Trials[0], place).Candidates;
            var chosen = Selection.Choose(selection.Rule, [.. pool.Select(AsCandidate)])!.Value;
            Assert.Equal((selection.Score, read.Trials[0].Candidates[choice].Node), (pool[chosen].Score, chosen));
        }

        Assert.Equal(trees.Trials[0].Shares!.Value.AsEnumerable(), read.Trials[0].Shares!.Value);
        Assert.Contains("best (max)", TrialText.Of(trees, trees.Trials[0], sweep, SomeTrees.Format), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grading_again_by_the_same_grader_changes_nothing()
    {
        var (trees, trials) = await SomeTrees.GrowAsync();
        var grader = new TrialGrader(trees.Problem, SomeTrees.Format, SomeTrees.Sweep);
        var regraded = new RegradedTrees(trees);

        foreach (var (trial, spec) in trees.Trials.Zip(SomeTrees.Sweep.Trials()))
        {
            var graded = grader.Grade(spec, trees.ToSearch(trial));
            Assert.Contains(graded.Outcome, trials.Select(known => known.Graded.Outcome));
            regraded.Add(trial, graded);
        }

        Assert.Equal(Lines(trees), Lines(regraded.Build()));
    }

    [Fact]
    public async Task Chains_are_read_back_and_graded_again_with_the_same_facts()
    {
        var (trees, trials) = await SomeTrees.GrowAsync(truncation: 0.2, SomeTrees.OfChains);
        var read = ProblemTreesJson.Read(Lines(trees));
        var grader = new TrialGrader(trees.Problem, SomeTrees.Format, SomeTrees.OfChains);
        var regraded = new RegradedTrees(read);

        foreach (var (trial, spec) in read.Trials.Zip(SomeTrees.OfChains.Trials()))
        {
            var graded = grader.Grade(spec, read.ToSearch(trial));
            Assert.Contains(graded.Outcome, trials.Select(known => known.Graded.Outcome));
            regraded.Add(trial, graded);
        }

        Assert.Equal(Lines(trees), Lines(regraded.Build()));
        Assert.Contains(trees.Trials, trial => trial.Chains.Any(answer => answer.Solution < 0));
        Assert.Equal([8, 9, 6], trials.Select(trial => trial.Graded.Outcome.Chains!.Value.Sum(chain => chain.Right.Length)));
    }

    [Fact]
    public async Task A_node_that_was_continued_was_kept_until_then_and_a_truncated_one_never_was()
    {
        var (trees, trials) = await SomeTrees.GrowAsync(truncation: 0.3);

        foreach (var (trial, (search, _)) in trees.Trials.Zip(trials))
        {
            foreach (var (kept, node) in trial.Nodes.Zip(search.Tree.Nodes))
            {
                var last = search.Tree.Nodes.Where(child => child.Parent == node.Id).Select(child => child.Round - 1)
                    .DefaultIfEmpty(0).Max();
                Assert.True(kept.KeptUntil >= last, $"Node {node.Id} was continued after round {last} and kept until {kept.KeptUntil}.");
                Assert.True(node.Proposal.Ending != Search.Ending.Truncated || kept.KeptUntil == 0);
            }
        }
    }

    [Fact]
    public async Task A_problem_and_its_trials_read_well() =>
        Golden.Match(ProblemText.Overview((await SomeTrees.GrowAsync()).Trees, SomeTrees.Sweep));

    [Fact]
    public async Task A_trial_reads_well()
    {
        var (trees, _) = await SomeTrees.GrowAsync();

        Golden.Match(TrialText.Of(trees, trees.Trials[1], SomeTrees.Sweep, SomeTrees.Format));
    }

    private static Candidate AsCandidate(PooledCandidate candidate) =>
        new(candidate.HasAnswer ? $"{candidate.Group}" : null, candidate.Score);

    private static ISearchStrategy StrategyOf(string run) =>
        SomeTrees.Sweep.Strategies.Single(strategy => strategy.Label == run).BuildForFirstRound();

    private static List<string> Lines(ProblemTrees trees) =>
        [.. CompressedLines.Read(CompressedLines.Write(stream => ProblemTreesJson.Write(trees, stream)))];
}
