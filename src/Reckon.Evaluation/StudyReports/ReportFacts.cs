using System.Collections.Immutable;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.StudyReports;

/// <summary>What has to be known to read a report.</summary>
internal static class ReportFacts
{
    public static ImmutableArray<string> Of(StudyReport report)
    {
        var summary = report.Summary;
        return
        [
            Cells.Number($"dataset: {summary.Dataset.Name}, {report.Table.Problems.Length} problems, seeds {string.Join(", ", report.Table.Seeds)}, sha256 {summary.Dataset.Sha256}"),
            $"proposer: {Described(summary.Models.Proposer)}",
            $"verifier: {(summary.Models.Verifier is { } verifier ? Described(verifier) : "none")}",
            .. summary.Control is { } control ? [ControlName.Of(control)] : ImmutableArray<string>.Empty,
            $"spec: {summary.SpecHash}, code: {summary.CodeVersion}",
            "intervals: 95 %, over problems",
        ];
    }

    // Of the models of imported results no more is known than a name.
    private static string Described(ModelFacts model) => model.Parameters == 0
        ? model.Name
        : Cells.Number($"{model.Name} {model.Version}, {model.Parameters:N0} parameters, sha256 {model.Sha256}");
}
