using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Reports;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Calibration and signs of over-optimisation.</summary>
internal static class SignTable
{
    public static ImmutableArray<TextTable> Of(StudyReport report) =>
    [
        .. report.Calibration.IsEmpty ? ImmutableArray<TextTable>.Empty : [Calibration(report.Calibration)],
        .. report.Chosen.IsEmpty ? ImmutableArray<TextTable>.Empty : [Chosen(report)],
    ];

    private static TextTable Calibration(ImmutableArray<CalibrationBin> bins)
    {
        var answers = bins.Sum(bin => bin.Answers);
        var error = bins.Sum(bin => bin.Answers * Math.Abs(bin.MeanScore - bin.Right)) / answers;
        return new TextTable(
            Cells.Number($"Scores of {answers:N0} answers; expected calibration error {100 * error:0.0} points"),
            ["mean score", "answers", "right, %"],
            [.. bins.Select(bin => ImmutableArray.Create(
                Cells.Number($"{bin.MeanScore:0.00}"), Cells.Number($"{bin.Answers:N0}"), Cells.Percent(bin.Right)))]);
    }

    // Of the ways of choosing the last, which is weighted where it is there.
    private static TextTable Chosen(StudyReport report)
    {
        var place = report.Chosen.Max(signs => signs.Place);
        return new TextTable(
            $"Chosen solutions, {report.Table.Runs[Math.Min(place, report.Table.Runs.Length - 1)].Method.Selection}",
            ["run", "score, %", "right, %", "steps", "tokens", "repeated steps, %"],
            [
                .. report.Chosen.Where(signs => signs.Place == place).Select(signs => ImmutableArray.Create(
                    signs.Run, Cells.Percent(signs.Score), ChosenRun.Of(report.Table, signs) is { } run ? Cells.Percent(run.Accuracy) : Cells.Nothing,
                    Cells.Number($"{signs.Steps:0.00}"), Cells.Number($"{signs.Tokens:0.0}"), Cells.Percent(signs.Repeated))),
            ]);
    }
}
