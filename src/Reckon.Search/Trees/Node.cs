using System.Collections.Immutable;

namespace Reckon.Search.Trees;

/// <summary>One continuation in a search tree.</summary>
/// <param name="Id">Its place in the tree's order of arrival, from 1; the root is 0 and is no node.</param>
/// <param name="Parent">The id of what it continues, 0 for the root.</param>
/// <param name="Depth">Steps from the root to its end.</param>
/// <param name="Round">The round that drew it, from 1.</param>
/// <param name="Child">What was drawn, with its scores.</param>
/// <param name="Path">Indices of children from the root to its end; the steps of a whole answer after its first count as children 0.</param>
public sealed record Node(int Id, int Parent, int Depth, int Round, Child Child, ImmutableArray<int> Path)
{
    /// <summary>The score of the last step: the verifier's value of the prefix that ends here.</summary>
    public double LastScore => Child.Scores[^1];

    /// <summary>Whether a strategy may continue it.</summary>
    public bool IsOpen => Child.Ending == Ending.Open;

    /// <summary>Whether the path that ends here is a solution.</summary>
    public bool IsSolution => Child.Ending == Ending.Finished;

    /// <inheritdoc/>
    public bool Equals(Node? other) =>
        other is not null && Id == other.Id && Parent == other.Parent && Depth == other.Depth && Round == other.Round
        && Child == other.Child && Path.AsSpan().SequenceEqual(other.Path.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Parent, Depth, Round, Child);
}
