using System.Collections.Immutable;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Trees;
using Reckon.Grading;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Results;

public sealed class RegradingTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly ResultsFolder _folder;
    private readonly SweepRecord _sweep = new("5bec", Some.Sweep, AnswerFormat.Default);

    public RegradingTests()
    {
        _folder = ResultsFolder.Open(_temp.File("out"), _sweep.SpecHash);
        _folder.Claim(_sweep);
        var summary = Some.Summary with { Estimate = new EstimateCheck(AnswerBasis.Solutions, [], 110, 100, 1.1) };
        ResultsWriter.Write(_folder, summary, [OutcomeJson.Write(Some.Outcome)]);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void What_an_older_grader_called_wrong_is_called_right_where_it_is()
    {
        WriteTrees(new TreeAnswer("2", IsCorrect: false, GradeStatus.Graded), group: -1);

        var summary = Regrading.Run(_folder, _sweep, "0.2.0");

        var outcome = OutcomeJson.Read(Assert.Single(File.ReadLines(_folder.File(ResultsWriter.OutcomesName))));
        Assert.All(outcome.Selections, selection => Assert.Equal(("2", true), (selection.Answer, selection.Correct)));
        Assert.Equal((GradingVersion.Current, "0.2.0"), (summary.Grader.Version, summary.Grader.CodeVersion));
        Assert.Equal(Some.Summary.CodeVersion, summary.CodeVersion); // What drew is what drew before.
        var trees = TreesReader.Open(_folder.Path);
        var regraded = trees.Read(trees.Entries[0]);
        Assert.True(regraded.Answers[0].IsCorrect);
        Assert.Equal([0, 0], regraded.Trials[0].Choices.AsEnumerable());
        Assert.Equal(GradingVersion.Current, regraded.GradingVersion);
    }

    [Fact]
    public void What_it_costs_and_how_it_ended_stays_as_it_was()
    {
        WriteTrees(new TreeAnswer("2", IsCorrect: true, GradeStatus.Graded), group: 0);

        var summary = Regrading.Run(_folder, _sweep, "0.2.0");

        Assert.Equal((110, 100, 1.1), (summary.Estimate!.PredictedTokens, summary.Estimate.SpentTokens, summary.Estimate.Ratio));
        var outcome = OutcomeJson.Read(Assert.Single(File.ReadLines(_folder.File(ResultsWriter.OutcomesName))));
        Assert.Equal((SearchEnd.BudgetExhausted, 1, 1, 1, new Cost(2, 3, 4, 5)),
            (outcome.End, outcome.Rounds, outcome.Solutions, outcome.Truncated, outcome.Cost));
    }

    [Fact]
    public void Without_trees_nothing_is_changed()
    {
        var before = File.ReadAllText(_folder.File(ResultsWriter.SummaryName));

        Assert.Throws<TreesUnreadableException>(() => Regrading.Run(_folder, _sweep, "0.2.0"));

        Assert.Equal(before, File.ReadAllText(_folder.File(ResultsWriter.SummaryName)));
    }

    [Fact]
    public void An_unfinished_sweep_is_refused()
    {
        WriteTrees(new TreeAnswer("2", IsCorrect: true, GradeStatus.Graded), group: 0);
        File.Delete(_folder.File(ResultsWriter.SummaryName));

        var failure = Assert.Throws<TreesUnreadableException>(() => Regrading.Run(_folder, _sweep, "0.2.0"));

        Assert.Contains("finish it first", failure.Message, StringComparison.Ordinal);
    }

    // One trial: a finished answer "#### 2", which is right, and a truncated one.
    private void WriteTrees(TreeAnswer answer, int group)
    {
        ImmutableArray<TreeStep> steps =
        [
            new(0, -1, 0, "#### 2", 4, -0.5, Ending.Finished, 0.75, 4),
            new(0, -1, 1, "so", 9, -0.5, Ending.Truncated, null, 0),
        ];
        var trial = new TrialTree(
            "best-of-n n=4", 0, SearchEnd.BudgetExhausted, 1, new Cost(2, 3, 4, 5),
            [new(0, 1, 1, 1), new(1, 1, 1, 0)], [new(0, 0, 0, group, 0.75)], [-1, -1]);
        var trees = new ProblemTrees(Testing.Some.Problem(), GradingVersion: 1, ["####"], steps, [answer], [trial]);
        using var writer = new TreesWriter(_folder.Path);
        writer.Add(trees.Problem.Id, CompressedLines.Write(stream => ProblemTreesJson.Write(trees, stream)));
        writer.Complete();
    }
}
