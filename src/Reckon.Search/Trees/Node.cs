using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;

namespace Reckon.Search.Trees;

/// <summary>One continuation in a search tree.</summary>
/// <param name="Id">Its place in the tree's order of arrival, from 1; the root is 0 and is no node.</param>
/// <param name="From">What it continues.</param>
/// <param name="Depth">Steps from the beginning of its answer to its end: from the root, or from the last revision.</param>
/// <param name="Round">The round that drew it, from 1.</param>
/// <param name="Proposal">What was drawn.</param>
/// <param name="Verdict">What the verifier says of it; null where there is no verifier, and for what was truncated.</param>
/// <param name="Path">Indices of children from the root to its end, one a step: see <see cref="ChildIndex"/>.</param>
public sealed record Node(int Id, Place From, int Depth, int Round, Proposal Proposal, Verdict? Verdict, ImmutableArray<int> Path)
{
    /// <summary>Whether it only shows where another node leads: it is neither continued nor chosen.</summary>
    public bool IsRollout { get; init; }

    /// <summary>The id of the node that it continues, 0 for the root.</summary>
    public int Parent => From.Node;

    /// <summary>Its place among the children of what it continues: see <see cref="ChildIndex"/>.</summary>
    public int Index => Path[^Proposal.Steps.Length];

    /// <summary>The place at its end.</summary>
    public Place End => new(Id, Proposal.Steps.Length);

    /// <summary>The score of the last step: the verifier's value of the prefix that ends here; 0 where it was not judged.</summary>
    public double LastScore => Verdict?.Scores[^1] ?? 0;

    /// <summary>Whether a strategy may continue it.</summary>
    public bool IsOpen => Proposal.Ending == Ending.Open && !IsRollout;

    /// <summary>Whether the path that ends here is a solution.</summary>
    public bool IsSolution => Proposal.Ending == Ending.Finished && !IsRollout;

    /// <summary>Whether it is a new answer that sees the one it continues.</summary>
    public bool IsRevision => ChildIndex.IsRevision(Index);

    /// <inheritdoc/>
    public bool Equals(Node? other) =>
        other is not null && Id == other.Id && From == other.From && Depth == other.Depth && Round == other.Round
        && Proposal == other.Proposal && Verdict == other.Verdict && Path.AsSpan().SequenceEqual(other.Path.AsSpan())
        && IsRollout == other.IsRollout;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, From, Depth, Round, Proposal);
}
