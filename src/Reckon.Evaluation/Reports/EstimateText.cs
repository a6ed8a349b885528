using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Estimates;

namespace Reckon.Evaluation.Reports;

/// <summary>Shows an estimate to people. Pure.</summary>
public static class EstimateText
{
    private const string Honesty = "An estimate: real answers are longer or shorter than expected ones.";

    /// <summary>Every run with its trials and its nominal cost, and their sum.</summary>
    public static string Runs(SweepEstimate estimate)
    {
        var text = new StringBuilder();
        text.Append(Head(estimate));
        PlainTable.Append(text, new TextTable(
            "Runs; generations and tokens are nominal and per trial, the total is of all trials",
            ["run", "trials", "generations", "tokens", "if longest", "total tokens", .. Currency(estimate, "total ")],
            [.. estimate.Runs.Select(RunRow), TotalRow(estimate)]));
        text.Append(CultureInfo.InvariantCulture, $"\nExpected: {AnswerBasisText.Of(estimate.Workload)}. {Honesty}\n");
        return text.ToString();
    }

    /// <summary>The cost of every run and of the whole sweep, nominal and shared, and the time.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="time">The time; null where no rate is known.</param>
    public static string Whole(SweepEstimate estimate, TimeEstimate? time)
    {
        var text = new StringBuilder();
        text.Append(Head(estimate));
        PlainTable.Append(text, new TextTable(
            "Nominal cost per trial",
            ["run", "trials", "answers", "proposer", "verifier", "FLOPs", .. Currency(estimate, "")],
            [.. estimate.Runs.Select(CostRow)]));
        PlainTable.Append(text, new TextTable(
            "Whole sweep",
            ["", "proposer tokens", "verifier tokens", "FLOPs", .. Currency(estimate, "")],
            [Row("nominal, as the results will say", estimate.Nominal), Row("after sharing, roughly at most", estimate.Shared)]));
        text.Append(CultureInfo.InvariantCulture, $"\nTime: {Time(estimate, time)}\n");
        text.Append(CultureInfo.InvariantCulture, $"Expected: {AnswerBasisText.Of(estimate.Workload)}. {Honesty}\n");
        return text.ToString();
    }

    /// <summary>What was predicted beside what was spent, in a line.</summary>
    internal static string Line(EstimateCheck check) => Number(
        $"estimate: {check.PredictedTokens:N0} tokens were predicted and {check.SpentTokens:N0} spent, a ratio of {check.Ratio:0.00}");

    private static string Head(SweepEstimate estimate) => SafeText.Terminal(Number(
        $"{estimate.Name}: {estimate.Trials:N0} trials (runs: {estimate.Runs.Length}, problems: {estimate.Problems}, seeds: {estimate.Seeds})")) + "\n";

    private static ImmutableArray<string> RunRow(RunEstimate run) =>
    [
        run.Run,
        Number($"{run.Trials:N0}"),
        Number($"{run.Generations:N0}"),
        Number($"{run.ProposerTokens + run.VerifierTokens:N0}"),
        Number($"{run.LongestTokens:N0}"),
        Number($"{run.Trials * (run.ProposerTokens + run.VerifierTokens):N0}"),
        .. Money(run.Trials * run.Money),
    ];

    private static ImmutableArray<string> TotalRow(SweepEstimate estimate) =>
    [
        "all",
        Number($"{estimate.Trials:N0}"),
        "",
        "",
        "",
        Number($"{estimate.Nominal.Tokens:N0}"),
        .. Money(estimate.Nominal.Money),
    ];

    private static ImmutableArray<string> CostRow(RunEstimate run) =>
    [
        run.Run,
        Number($"{run.Trials:N0}"),
        Number($"{run.Answers:0.#}"),
        Number($"{run.ProposerTokens:N0}"),
        Number($"{run.VerifierTokens:N0}"),
        Number($"{run.Flops:0.00e0}"),
        .. Money(run.Money),
    ];

    private static ImmutableArray<string> Row(string name, TotalEstimate total) =>
        [name, Number($"{total.ProposerTokens:N0}"), Number($"{total.VerifierTokens:N0}"), Number($"{total.Flops:0.00e0}"), .. Money(total.Money)];

    private static string[] Currency(SweepEstimate estimate, string before) => estimate.Currency is { } name ? [before + SafeText.Terminal(name)] : [];

    private static string[] Money(double? money) => money is { } known ? [Number($"{known:0.######}")] : [];

    private static string Time(SweepEstimate estimate, TimeEstimate? time) => time is null
        ? "unknown. Give a rate with --tokens-per-second N, or --like DIR: the results of a finished sweep of these models on this machine"
        : SafeText.Terminal(Number(
            $"{time.Seconds:N0} s for {estimate.SharedGenerated:N0} generated tokens at {time.TokensPerSecond:N0} a second, {time.Source}"));

    private static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
