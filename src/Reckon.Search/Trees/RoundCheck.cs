using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Trees;

/// <summary>Holds what a round drew against what it asked for.</summary>
internal static class RoundCheck
{
    /// <exception cref="ArgumentException">They do not match, or the round asks for what no round may.</exception>
    public static void ThrowIfMismatched(
        SearchTree tree, IReadOnlyList<Expansion> expansions, IReadOnlyList<ImmutableArray<Branch>> branches)
    {
        if (expansions.Count == 0 || expansions.Count != branches.Count)
        {
            throw new ArgumentException($"A round of {expansions.Count} expansions was answered {branches.Count} times.", nameof(branches));
        }

        // A second expansion of one place would draw the same children again, and count them twice.
        if (expansions.DistinctBy(expansion => (tree.PlaceOf(expansion), expansion.Draw, expansion.Against)).Count() < expansions.Count)
        {
            throw new ArgumentException("A round expands a node at most once.", nameof(expansions));
        }

        for (var i = 0; i < expansions.Count; i++)
        {
            ThrowIfMismatched(expansions[i], branches[i]);
        }
    }

    private static void ThrowIfMismatched(Expansion expansion, ImmutableArray<Branch> branches)
    {
        // A round that draws nothing would leave the plan as it was, and the search without an end.
        if (expansion.Count < 1)
        {
            throw new ArgumentException($"Node {expansion.Node} was to get {expansion.Count} children.", nameof(expansion));
        }

        if (expansion.Draw == Draw.Greedy && expansion.Count > 1)
        {
            throw new ArgumentException($"Node {expansion.Node} was to get {expansion.Count} greedy children; there is one.", nameof(expansion));
        }

        if (branches.Length != expansion.Count)
        {
            throw new ArgumentException($"Node {expansion.Node} was to get {expansion.Count} children and got {branches.Length}.", nameof(branches));
        }

        if (branches.Any(branch => branch.Proposal.Steps.IsEmpty || branch.Verdict is { } verdict && verdict.Scores.Length != branch.Proposal.Steps.Length))
        {
            throw new ArgumentException($"A child of node {expansion.Node} has no steps, or not a score for each of them.", nameof(branches));
        }
    }
}
