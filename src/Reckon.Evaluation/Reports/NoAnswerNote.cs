using System.Globalization;

namespace Reckon.Evaluation.Reports;

/// <summary>
/// Warns of results in which hardly a trial has an answer: then it is most often the answers that are not found, not the model that is
/// bad.
/// </summary>
public static class NoAnswerNote
{
    private const double TooMany = 0.9;

    /// <summary>The warning; null where enough trials have an answer.</summary>
    public static string? Of(SweepSummary summary)
    {
        var runs = summary.Runs.DistinctBy(run => run.Run).ToList(); // What has no answer has none by any rule.
        var (trials, without) = (runs.Sum(run => (long)run.Trials), runs.Sum(run => (long)run.NoAnswer));
        return trials == 0 || without < TooMany * trials
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"warning: {without} of {trials} trials have no answer, and count as wrong. Look at what was written with"
                + $" 'reckon show DIR PROBLEM', and compare it with the rules by which answers are found (\"answer\": {{\"extraction\": …}} in the dataset's descriptor);"
                + $" longer answers need a larger sampling.maxAnswerTokens.");
    }
}
