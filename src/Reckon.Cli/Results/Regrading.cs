using System.Text.Json;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Trees;
using Reckon.Grading;
using Reckon.Search.Controls;

namespace Reckon.Cli.Results;

/// <summary>
/// Grades a folder of results again, from its trees. Nothing is drawn or judged. If it is interrupted, the same command finishes it
/// later: regrading only changes answers and grades in the trees.
/// </summary>
internal static class Regrading
{
    /// <summary>Writes trees, outcomes and summary again, and returns the summary.</summary>
    /// <param name="folder">The folder; its sweep is finished.</param>
    /// <param name="sweep">What the folder says of its sweep.</param>
    /// <param name="codeVersion">The version of this program.</param>
    /// <exception cref="TreesUnreadableException">It has no trees, or no summary, or its scores came from grading.</exception>
    public static SweepSummary Run(ResultsFolder folder, SweepRecord sweep, string codeVersion)
    {
        if (sweep.Spec.Control?.Kind == ControlKind.Oracle)
        {
            throw new TreesUnreadableException(
                folder.Path, "its scores are an oracle's, which are grades themselves. Run the sweep again, into another folder");
        }

        var before = SummaryOf(folder);
        var trees = TreesReader.Open(folder.Path);
        var trials = sweep.Spec.Trials().ToDictionary(trial => (trial.Strategy.Label, trial.Seed));
        var figures = new TreeFigures(sweep.Spec);
        List<TrialOutcome> outcomes = [];
        using var writer = new TreesWriter(folder.Path);
        foreach (var entry in trees.Entries)
        {
            var regraded = Regrade(trees.Read(entry), sweep, trials, outcomes);
            writer.Add(entry.Problem, CompressedLines.Write(stream => ProblemTreesJson.Write(regraded, stream)));
            figures.Add(regraded);
        }

        writer.Complete();
        var header = new SummaryHeader(
            sweep.SpecHash, before.CodeVersion, new GraderFacts(GradingVersion.Current, codeVersion), before.Dataset, before.Models);
        var built = SummaryBuilder.Build(sweep.Spec, header, outcomes, before.Timing, figures.BuildPools(), before.NotRun);
        var summary = figures.AddAttentionTo(built) with
        {
            Estimate = before.Estimate, // Grading changes no cost.
        };
        ResultsWriter.Write(folder, summary, outcomes.Select(OutcomeJson.Write));
        return summary;
    }

    private static ProblemTrees Regrade(
        ProblemTrees trees, SweepRecord sweep, Dictionary<(string, long), TrialSpec> trials, List<TrialOutcome> outcomes)
    {
        var grader = new TrialGrader(trees.Problem, sweep.Answers, sweep.Spec);
        var regraded = new RegradedTrees(trees);
        foreach (var trial in trees.Trials)
        {
            var graded = grader.Grade(trials[(trial.Run, trial.Seed)], trees.ToSearch(trial));
            outcomes.Add(graded.Outcome);
            regraded.Add(trial, graded);
        }

        return regraded.Build();
    }

    private static SweepSummary SummaryOf(ResultsFolder folder)
    {
        try
        {
            return SummaryJson.Read(File.ReadAllText(folder.File(ResultsWriter.SummaryName)));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new TreesUnreadableException(
                folder.Path, $"{ResultsWriter.SummaryName} cannot be read: {cause.Message} "
                    + "Only a finished sweep can be graded again: finish it first with 'reckon run'", cause);
        }
    }
}
