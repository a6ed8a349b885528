namespace Reckon.Evaluation.Statistics;

/// <summary>A whole answer of a pool, as far as choosing among answers is concerned.</summary>
/// <param name="Group">Equal answers share a number, from 0. <see cref="NoAnswer"/> where none was found: it takes no part.</param>
/// <param name="Score">The verifier's aggregated score, in [0, 1]; 0 where nothing was judged.</param>
/// <param name="IsCorrect">Whether the answer equals the reference; never where there is none.</param>
public readonly record struct PooledCandidate(int Group, double Score, bool IsCorrect)
{
    /// <summary>The group of what has no answer.</summary>
    public const int NoAnswer = -1;

    /// <summary>Whether an answer was found.</summary>
    public bool HasAnswer => Group != NoAnswer;
}
