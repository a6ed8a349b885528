using System.Collections.Immutable;

namespace Reckon.Inference.Remote;

/// <summary>A text whose steps a server scores.</summary>
/// <param name="Ids">The problem and all steps.</param>
/// <param name="Ends">The places of the tokens that have the scores, ascending; at least one.</param>
internal sealed record ScoreText(ImmutableArray<int> Ids, ImmutableArray<int> Ends)
{
    /// <summary>The text up to each end.</summary>
    public ImmutableArray<ScoreKey> Keys() => [.. Ends.Select(end => new ScoreKey(Ids[..(end + 1)]))];

    /// <summary>A text for each end, which ends there.</summary>
    public IEnumerable<ScoreText> Parts() => Ends.Select(end => new ScoreText(Ids[..(end + 1)], [end]));
}
