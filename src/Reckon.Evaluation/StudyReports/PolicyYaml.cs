using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.StudyReports;

/// <summary>
/// A policy as a file that people read: which method for which bin at which budget, how it was found, and what it is worth.
/// </summary>
public static class PolicyYaml
{
    /// <summary>A file for each family and each way of predicting difficulty from a trial's first answers, with its name.</summary>
    public static ImmutableArray<(string Name, string Text)> Of(StudyReport report) =>
    [
        .. from family in report.Families
           from binning in report.Binnings
           where binning.ProbeAnswers > 0
           let points = report.Policies.Where(point => point.Family == family.Name && point.Binning == binning.Name).ToImmutableArray()
           where !points.IsEmpty
           select ($"{Slug.Of(family.Name)}-{Slug.Of(binning.Kind.ToString())}{(binning.IsAbsolute ? "-thresholds" : "")}.yaml", Text(report, family, binning, points)),
    ];

    private static string Text(StudyReport report, MethodFamily family, Binning binning, ImmutableArray<PolicyPoint> points)
    {
        var text = new StringBuilder();
        Line("# Which method for which difficulty at which budget. A trial draws the probe's answers first; its bin is the first whose cut");
        Line("# their measure is not below, else the last. Bins are listed from easy to hard.");
        Line("apiVersion: reckon/v1");
        Line("kind: Policy");
        Line($"name: {Quoted($"{report.Summary.Name}-{family.Name}")}");
        Line($"probe: {{ answers: {binning.ProbeAnswers}, measure: {char.ToLowerInvariant(binning.Kind.ToString()[0])}{binning.Kind.ToString()[1..]} }}");
        Line($"cuts: [{string.Join(", ", binning.Scale!.Cuts.Select(cut => Number(cut)))}]"); // What is probed has cuts.
        Line("budgets:");
        foreach (var point in points)
        {
            Line($"  - n: {point.N}");
            Line($"    bins: [{string.Join(", ", point.Picks.Select(pick => Quoted(pick.ToString())))}]");
            Line($"    crossValidated: {{ accuracy: {Number(point.Accuracy.Mean)}, low: {Number(point.Accuracy.Low)}, high: {Number(point.Accuracy.High)}, generations: {Number(point.Cost.Generations)} }}");
            Line($"    overBestSingle: {{ points: {Number(100 * point.OverHindsight.Mean)}, low: {Number(100 * point.OverHindsight.Low)}, high: {Number(100 * point.OverHindsight.High)} }}");
        }

        AppendProvenance(text, report);
        return text.ToString();

        void Line(string line) => text.Append(line).Append('\n');
    }

    private static void AppendProvenance(StringBuilder text, StudyReport report)
    {
        var (summary, spec) = (report.Summary, report.Spec);
        text.Append("provenance:\n");
        text.Append($"  sweep: {{ name: {Quoted(summary.Name)}, spec: {Quoted(summary.SpecHash)}, code: {Quoted(summary.CodeVersion)} }}\n");
        text.Append(CultureInfo.InvariantCulture, $"  dataset: {{ name: {Quoted(summary.Dataset.Name)}, sha256: {Quoted(summary.Dataset.Sha256)}, problems: {report.Table.Problems.Length} }}\n");
        text.Append($"  proposer: {{ name: {Quoted(summary.Models.Proposer.Name)}, sha256: {Quoted(summary.Models.Proposer.Sha256)} }}\n");
        if (summary.Models.Verifier is { } verifier)
        {
            text.Append($"  verifier: {{ name: {Quoted(verifier.Name)}, sha256: {Quoted(verifier.Sha256)} }}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"  seeds: [{string.Join(", ", report.Table.Seeds)}]\n");
        text.Append(CultureInfo.InvariantCulture, $"  halvings: {{ count: {spec.Halvings}, seed: {spec.Seed} }}\n");
    }

    private static string Number(double number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    // In YAML a single quote inside single quotes is written twice; names have no line breaks.
    private static string Quoted(string text) => $"'{Diagnostics.SafeText.Terminal(text).Replace("'", "''", StringComparison.Ordinal)}'";
}
