using System.Collections.Immutable;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>What choosing by difficulty is worth.</summary>
internal static class PolicyTable
{
    public static TextTable Of(StudyReport report, MethodFamily family) => new(
        $"Family '{family.Name}': {Listed(family.Methods)}",
        ["bins", "n", "policy", "generations", "− same for all", "− hindsight", "− baseline", "hindsight", "upper bound", "picks, easy to hard"],
        [.. report.Policies.Where(point => point.Family == family.Name).Select(point => Row(point, family))]);

    public static ImmutableArray<TextTable> Agreement(StudyReport report) => report.Agreements.IsEmpty ? [] :
    [
        new TextTable(
            "How stable bins are, and how well difficulty is predicted",
            ["one way", "the other", "same bin, %", "same or next, %", "rank correlation"],
            [
                .. report.Agreements.Select(agreement => ImmutableArray.Create(
                    agreement.First, agreement.Second, Cells.Percent(agreement.Same), Cells.Percent(agreement.Near),
                    Cells.Number($"{agreement.Correlation:0.00}"))),
            ]),
    ];

    private static ImmutableArray<string> Row(PolicyPoint point, MethodFamily family) =>
    [
        point.Binning,
        Cells.Number($"{point.N}"),
        Cells.WithInterval(point.Accuracy),
        Cells.Number($"{point.Cost.Generations:0.0}"),
        DifferenceText.Cell(point.OverSingle),
        DifferenceText.Cell(point.OverHindsight),
        DifferenceText.Cell(point.OverBaseline),
        Cells.Percent(point.Hindsight),
        Cells.Percent(point.UpperBound),
        string.Join(' ', point.Picks.Select(pick => Letter(family.Methods.IndexOf(pick)))),
    ];

    // Methods have long names; picks are letters.
    private static string Listed(ImmutableArray<Method> methods) => string.Join(", ", methods.Select((method, place) => $"{Letter(place)} {method}"));

    private static string Letter(int place) => place < 26 ? $"{(char)('A' + place)}" : Cells.Number($"#{place + 1}");
}
