using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Two sweeps beside each other, as aligned text for a terminal.</summary>
public static class FlipsText
{
    /// <summary>A row for each run that both have.</summary>
    public static string Of(ImmutableArray<RunFlips> runs)
    {
        var corrected = HolmCorrection.Of([.. runs.Select(run => run.Difference.PValue)]);
        var text = new StringBuilder();
        PlainTable.Append(text, new TextTable(
            "Second less first, in points [95 % interval]; problems that the second gets right more often and less often",
            ["run", "first", "second", "difference", "won", "lost", "p", "p corrected", "visible"],
            [
                .. runs.Select((run, place) => (ImmutableArray<string>)
                [
                    run.First.ToString(), Cells.Percent(run.First.Accuracy), Cells.Percent(run.Second.Accuracy), DifferenceText.Cell(run.Difference),
                    Cells.Number($"{run.Won.Length}"), Cells.Number($"{run.Lost.Length}"), Cells.Number($"{run.Difference.PValue:0.0000}"),
                    Cells.Number($"{corrected[place]:0.0000}"), Cells.Number($"{100 * run.Difference.Detectable:0.0}"),
                ]),
            ]));
        return text.ToString();
    }
}
