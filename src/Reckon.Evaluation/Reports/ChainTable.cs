using System.Collections.Immutable;
using System.Numerics;

namespace Reckon.Evaluation.Reports;

/// <summary>Lays out what revisions do in chains.</summary>
internal static class ChainTable
{
    /// <summary>A row for each run whose chains have revisions; null where there is none.</summary>
    public static TextTable? Of(SweepSummary summary)
    {
        var runs = (summary.Chains ?? []).Where(run => run.Length > 1).ToImmutableArray();
        if (runs.IsEmpty)
        {
            return null;
        }

        var places = Places(runs.Max(run => run.Length));
        return new TextTable(
            "Chains of revisions, in % [95 % interval]: right answers by the revisions before them, chains whose last answer is right, "
            + "right answers that a revision turned wrong, wrong ones that it turned right",
            [
                "run", .. places.Select(place => place == 0 ? "first" : Cells.Number($"after {place}")),
                "last", "right to wrong", "wrong to right",
            ],
            [.. runs.Select(run => Row(run, places))]);
    }

    // 0, 1, 2, 3, 7, 15: from 3 on, the last of 4, 8 and 16 answers.
    private static ImmutableArray<int> Places(int length) =>
        [.. Enumerable.Range(0, length).Where(place => place == 2 || BitOperations.IsPow2(place + 1))];

    private static ImmutableArray<string> Row(ChainSummary run, ImmutableArray<int> places) =>
    [
        run.Run,
        .. places.Select(place => place < run.Length ? Cells.Percent(run.RightAfter[place]) : Cells.Nothing),
        Cells.WithInterval(run.LastRight),
        run.TurnedWrong is { } wrong ? Cells.WithInterval(wrong) : Cells.Nothing,
        run.TurnedRight is { } right ? Cells.WithInterval(right) : Cells.Nothing,
    ];
}
