using System.Collections.Immutable;

namespace Reckon.Inference.Folders;

/// <summary>What the model must return for texts whose results were computed where it was made.</summary>
/// <param name="Tolerance">Largest difference of a number.</param>
/// <param name="Texts">At least one.</param>
public sealed record KnownAnswer(double Tolerance, ImmutableArray<KnownText> Texts)
{
    /// <summary>The ids of the longest text.</summary>
    public ImmutableArray<int> Longest => Texts.MaxBy(text => text.Ids.Length)!.Ids; // There is at least one.
}
