using Reckon.Cli.Output;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Reports;

namespace Reckon.Cli.Results;

/// <summary>Writes the results of a sweep to the terminal.</summary>
internal static class ResultsPrinter
{
    /// <summary>Prints the table of results that are in <paramref name="folder"/>.</summary>
    /// <exception cref="TableNotPrintedException">Nothing can be printed.</exception>
    public static async Task PrintTableAsync(Terminal terminal, string folder, SweepSummary summary)
    {
        try
        {
            await terminal.Output.WriteAsync(SummaryTable.Plain(summary, ResultsWriter.RuleForLevels(summary)));
            await terminal.Output.FlushAsync();
            if (summary.Timing?.ServerUsage is { } usage)
            {
                await terminal.Error.WriteLineAsync(SafeText.Terminal(BillText.Of(usage, summary.Models.Currency)));
            }

            if (NoAnswerNote.Of(summary) is { } warning)
            {
                await terminal.Error.WriteLineAsync(SafeText.Terminal(warning));
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new TableNotPrintedException(folder, cause);
        }
    }

    /// <summary>Writes which problems the sweep's own budget left out, if it did; returns an <see cref="ExitCode"/>.</summary>
    public static async Task<int> ReportNotRunAsync(Terminal terminal, SweepSummary summary)
    {
        if (summary.NotRun is not { } problems)
        {
            return ExitCode.Success;
        }

        await terminal.Error.WriteLineAsync(SafeText.Terminal(
            $"The sweep's budget (budget.sweep) left out {problems.Length} of {summary.Dataset.Problems} problems,"
            + $" the first of them {problems[0]}; all are listed in {ResultsWriter.SummaryName}. A larger budget makes another sweep: give it another folder."));
        return ExitCode.LimitReached;
    }

    /// <summary>Writes how many trials failed, and why, if any did; returns an <see cref="ExitCode"/>.</summary>
    public static async Task<int> ReportFailuresAsync(Terminal terminal, SweepStatus status)
    {
        if (status.TrialsFailed == 0)
        {
            return ExitCode.Success;
        }

        await terminal.Error.WriteLineAsync(
            $"{status.TrialsFailed} trials failed and are missing above. Run the same command to try them again."
            + $" Reasons of the first {status.Failures.Length}:");
        foreach (var reason in status.Failures.GroupBy(failure => failure.Reason).OrderByDescending(group => group.Count()))
        {
            var line = $"  {reason.Count()} × {reason.Key} (first: problem {reason.First().Trial.ProblemId})";
            await terminal.Error.WriteLineAsync(SafeText.Terminal(line));
        }

        return ExitCode.FailedTrials;
    }
}
