using System.Collections.Immutable;

namespace Reckon.Evaluation.Statistics;

/// <summary>
/// Corrects p-values for how many there are, so that the chance of a single false find among all of them keeps to its level (Holm 1979,
/// "A simple sequentially rejective multiple test procedure").
/// </summary>
public static class HolmCorrection
{
    /// <summary>The corrected p-values, in the order of <paramref name="pValues"/>.</summary>
    public static ImmutableArray<double> Of(IReadOnlyList<double> pValues)
    {
        var corrected = new double[pValues.Count];
        var highest = 0.0;
        foreach (var (rank, index) in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index]).Index())
        {
            highest = Math.Max(highest, Math.Min(1, (pValues.Count - rank) * pValues[index]));
            corrected[index] = highest;
        }

        return [.. corrected];
    }
}
