using System.Collections.Immutable;

namespace Reckon.Evaluation.Difficulties;

/// <summary>
/// Cuts from easy to hard. A value belongs to the first bin whose cut it is not below; the last bin has no cut. Higher values are easier.
/// </summary>
/// <param name="Cuts">In descending order, one less than there are bins.</param>
public sealed record DifficultyScale(ImmutableArray<double> Cuts)
{
    /// <summary>How many bins there are.</summary>
    public int Bins => Cuts.Length + 1;

    /// <summary>
    /// Cuts into <paramref name="bins"/> of nearly the same size. Equal values are never parted: all of them go to the bin in which the
    /// middle of their ranks falls, so bins
    /// may differ in size, and one may be empty.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no value, or no bin.</exception>
    public static DifficultyScale Quantiles(IReadOnlyCollection<double> values, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        ArgumentOutOfRangeException.ThrowIfZero(values.Count, nameof(values));
        List<(double Value, int Bin)> groups = [];
        var before = 0;
        foreach (var group in values.GroupBy(value => value).OrderByDescending(group => group.Key))
        {
            var count = group.Count();
            var middle = before + ((count - 1) / 2.0);
            groups.Add((group.Key, Math.Min((int)(middle * bins / values.Count), bins - 1)));
            before += count;
        }

        return new DifficultyScale([.. Enumerable.Range(1, bins - 1).Select(bin => CutBefore(groups, bin))]);
    }

    /// <summary>The bin of <paramref name="value"/>, from 0, the easiest.</summary>
    public int BinOf(double value)
    {
        var bin = 0;
        while (bin < Cuts.Length && value < Cuts[bin])
        {
            bin++;
        }

        return bin;
    }

    /// <inheritdoc/>
    public bool Equals(DifficultyScale? other) => other is not null && Cuts.AsSpan().SequenceEqual(other.Cuts.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Cuts.Aggregate(0, HashCode.Combine);

    // Half-way between the hardest value before the cut and the easiest after it.
    private static double CutBefore(List<(double Value, int Bin)> groups, int bin)
    {
        var easier = groups.Where(group => group.Bin < bin).Select(group => (double?)group.Value).LastOrDefault();
        var harder = groups.Where(group => group.Bin >= bin).Select(group => (double?)group.Value).FirstOrDefault();
        return (easier, harder) switch
        {
            ({ } above, { } below) => (above + below) / 2,
            ({ } above, null) => above, // Nothing is harder: the bins from here on are empty.
            (null, { } below) => Math.BitIncrement(below), // Nothing is easier: the bins before are empty.
            _ => 0,
        };
    }
}
