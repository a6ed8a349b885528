namespace Reckon.Evaluation.Estimates;

/// <summary>How long a sweep is expected to take.</summary>
/// <param name="TokensPerSecond">Generated tokens by wall seconds, as in the timing of results; above 0.</param>
/// <param name="Source">Where the rate comes from; for people.</param>
/// <param name="Seconds">The time.</param>
public sealed record TimeEstimate(double TokensPerSecond, string Source, double Seconds)
{
    /// <summary>The time that <paramref name="estimate"/> takes at <paramref name="tokensPerSecond"/>.</summary>
    public static TimeEstimate Of(SweepEstimate estimate, double tokensPerSecond, string source) =>
        new(tokensPerSecond, source, estimate.SharedGenerated / tokensPerSecond);
}
