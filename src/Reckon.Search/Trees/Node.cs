using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;

namespace Reckon.Search.Trees;

/// <summary>One continuation in a search tree.</summary>
/// <param name="Id">Its place in the tree's order of arrival, from 1; the root is 0 and is not a node.</param>
/// <param name="Parent">The id of what it continues, 0 for the root.</param>
/// <param name="Depth">Steps from the root to its end.</param>
/// <param name="Round">The round that drew it, from 1.</param>
/// <param name="Proposal">What was drawn.</param>
/// <param name="Verdict">What the verifier says of it; null where there is no verifier, and for what was truncated.</param>
/// <param name="Path">
/// Indices of children from the root to its end; the steps of a whole answer after its first count as children 0.
/// </param>
public sealed record Node(int Id, int Parent, int Depth, int Round, Proposal Proposal, Verdict? Verdict, ImmutableArray<int> Path)
{
    /// <summary>Its place among the children of its parent, from 0.</summary>
    public int Index => Path[Depth - Proposal.Steps.Length];

    /// <summary>The score of the last step: the verifier's value of the prefix that ends here; 0 where it was not judged.</summary>
    public double LastScore => Verdict?.Scores[^1] ?? 0;

    /// <summary>Whether a strategy may continue it.</summary>
    public bool IsOpen => Proposal.Ending == Ending.Open;

    /// <summary>Whether the path that ends here is a solution.</summary>
    public bool IsSolution => Proposal.Ending == Ending.Finished;

    /// <inheritdoc/>
    public bool Equals(Node? other) =>
        other is not null && Id == other.Id && Parent == other.Parent && Depth == other.Depth && Round == other.Round
        && Proposal == other.Proposal && Verdict == other.Verdict && Path.AsSpan().SequenceEqual(other.Path.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Parent, Depth, Round, Proposal);
}
