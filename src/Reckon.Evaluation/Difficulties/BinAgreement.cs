using System.Collections.Immutable;

namespace Reckon.Evaluation.Difficulties;

/// <summary>How far two ways of telling difficulty agree.</summary>
/// <param name="First">One way.</param>
/// <param name="Second">The other.</param>
/// <param name="Same">Share of trials that both put into the same bin.</param>
/// <param name="Near">Share that they put into the same bin or neighbouring ones.</param>
/// <param name="Correlation">Spearman's rank correlation of the values, in [−1, 1]; 0 where one of them never varies.</param>
public sealed record BinAgreement(string First, string Second, double Same, double Near, double Correlation)
{
    /// <summary>Compares two sets of values for the same trials, each cut into <paramref name="bins"/> quantiles.</summary>
    public static BinAgreement Of(string first, ImmutableArray<double> left, string second, ImmutableArray<double> right, int bins)
    {
        var (leftScale, rightScale) = (DifficultyScale.Quantiles(left, bins), DifficultyScale.Quantiles(right, bins));
        int[] apart = [.. left.Zip(right, (one, other) => Math.Abs(leftScale.BinOf(one) - rightScale.BinOf(other)))];
        var correlation = MathNet.Numerics.Statistics.Correlation.Spearman(left, right);
        return new BinAgreement(
            first, second, apart.Count(distance => distance == 0) / (double)apart.Length,
            apart.Count(distance => distance <= 1) / (double)apart.Length,
            double.IsNaN(correlation) ? 0 : correlation);
    }
}
