using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Accuracy of the methods of a family in each bin.</summary>
internal static class BinTable
{
    /// <summary>A row for each method and n; bins are the best that there are: the oracle's, else the first. Then those whose cuts were given.</summary>
    public static ImmutableArray<TextTable> Of(StudyReport report, MethodFamily family) =>
    [
        Of(report, family, report.Binnings[0]),
        .. report.Binnings.Skip(1).Where(binning => binning.IsAbsolute).Select(binning => Of(report, family, binning)),
    ];

    private static TextTable Of(StudyReport report, MethodFamily family, Binning binning)
    {
        return new TextTable(
            $"Family '{family.Name}' by {binning.Name}{(binning.IsAbsolute ? Listed(binning) : "")}: accuracy in % [95 % interval]",
            ["method", "n", .. Enumerable.Range(0, binning.Bins).Select(bin => Cells.Number($"bin {bin + 1} ({binning.Sizes[bin]})"))],
            [
                .. family.Methods.SelectMany(method => report.Table.Curve(method)).Select(run => (ImmutableArray<string>)
                [
                    run.Method.ToString(),
                    Cells.Number($"{run.N}"),
                    .. Enumerable.Range(0, binning.Bins).Select(bin => Cell(run, binning, bin)),
                ]),
            ]);
    }

    /// <summary>Accuracy in one bin with its interval; null where the bin is empty.</summary>
    public static MeanEstimate? Estimate(StudyRun run, Binning binning, int bin)
    {
        var problems = Enumerable.Range(0, run.Credits.Length)
            .Where(trial => binning.BinOf[trial] == bin)
            .GroupBy(trial => trial / run.Seeds)
            .Select(trials => new ProblemTrials(trials.Sum(trial => run.Credits[trial]), trials.Count()))
            .ToImmutableArray();
        if (problems.IsEmpty)
        {
            return null;
        }

        var (low, high) = ClusteredInterval.Of(problems);
        return new MeanEstimate(problems.Sum(problem => problem.Correct) / problems.Sum(problem => problem.Trials), low, high);
    }

    private static string Listed(Binning binning) => $" ({string.Join(", ", binning.Scale!.Cuts.Select(cut => Cells.Number($"{cut}")))})";

    private static string Cell(StudyRun run, Binning binning, int bin) =>
        Estimate(run, binning, bin) is { } estimate ? Cells.WithInterval(estimate) : Cells.Nothing;
}
