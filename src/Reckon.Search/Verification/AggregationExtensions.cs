using System.Collections.Immutable;

namespace Reckon.Search.Verification;

/// <summary>Applies an <see cref="Aggregation"/>.</summary>
public static class AggregationExtensions
{
    /// <summary>One score in [0, 1] for a path whose steps have <paramref name="scores"/>; 0 for a path without steps.</summary>
    public static double Of(this Aggregation aggregation, ImmutableArray<double> scores)
    {
        if (scores.IsEmpty)
        {
            return 0;
        }

        return aggregation switch
        {
            Aggregation.Last => scores[^1],
            Aggregation.Min => scores.Min(),
            Aggregation.Product => scores.Aggregate(1.0, (product, score) => product * score),
            Aggregation.Mean => scores.Average(),
            Aggregation.Max => scores.Max(),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregation), aggregation, "Unknown aggregation."),
        };
    }
}
