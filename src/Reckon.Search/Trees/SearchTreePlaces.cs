using System.Collections.Immutable;
using Reckon.Search.Drawing;

namespace Reckon.Search.Trees;

/// <summary>What lies before and at the places of a tree.</summary>
public static class SearchTreePlaces
{
    /// <summary>The place before the first step.</summary>
    public static Place Start { get; } = new(SearchTree.Root, 0);

    /// <summary>Where <paramref name="expansion"/> continues the tree.</summary>
    /// <exception cref="ArgumentException">The node has not as many steps, or none are kept.</exception>
    public static Place PlaceOf(this SearchTree tree, Expansion expansion)
    {
        if (expansion.Node == SearchTree.Root)
        {
            return Start;
        }

        var end = tree[expansion.Node].End;
        return expansion.Steps is not { } steps ? end
            : steps >= 1 && steps <= end.Steps ? end with { Steps = steps }
            : throw new ArgumentException($"Node {expansion.Node} has {end.Steps} steps, and cannot be continued after {steps}.", nameof(expansion));
    }

    /// <summary>The place after the first <paramref name="depth"/> steps of the answer that ends with <paramref name="node"/>.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="node">A node's id.</param>
    /// <param name="depth">From 0, which is the beginning of the answer, to the node's depth.</param>
    public static Place PlaceAt(this SearchTree tree, int node, int depth)
    {
        var place = tree[node].End;
        while (place.Node != SearchTree.Root && tree.DepthBefore(place.Node) >= depth && !tree[place.Node].IsRevision)
        {
            place = tree[place.Node].From;
        }

        return place.Node == SearchTree.Root ? Start : place with { Steps = depth - tree.DepthBefore(place.Node) };
    }

    /// <summary>Steps of the answer up to <paramref name="place"/>; 0 for the root.</summary>
    public static int DepthOf(this SearchTree tree, Place place) =>
        place.Node == SearchTree.Root ? 0 : tree.DepthBefore(place.Node) + place.Steps;

    /// <summary>Indices of children from the root to <paramref name="place"/>.</summary>
    public static ImmutableArray<int> PathOf(this SearchTree tree, Place place) =>
        place.Node == SearchTree.Root ? [] : tree[place.Node].Path[..^(tree[place.Node].Proposal.Steps.Length - place.Steps)];

    /// <summary>The steps of the answer up to <paramref name="place"/>.</summary>
    public static ImmutableArray<Step> StepsTo(this SearchTree tree, Place place) =>
        [.. tree.Lineage(place).SelectMany(part => part.Node.Proposal.Steps.Take(part.Steps))];

    /// <summary>The scores of the steps up to <paramref name="place"/>; 0 for a step that was not judged.</summary>
    public static ImmutableArray<double> ScoresTo(this SearchTree tree, Place place)
    {
        var scores = ImmutableArray.CreateBuilder<double>();
        foreach (var (node, steps) in tree.Lineage(place)) // Beams ask for this more than for anything else.
        {
            for (var step = 0; step < steps; step++)
            {
                scores.Add(node.Verdict is { } verdict ? verdict.Scores[step] : 0);
            }
        }

        return scores.DrainToImmutable();
    }

    /// <summary>Whether <paramref name="place"/> is before the end of its node: what was drawn there is known already.</summary>
    public static bool IsInside(this SearchTree tree, Place place) =>
        place.Node != SearchTree.Root && place.Steps < tree[place.Node].Proposal.Steps.Length;

    /// <summary>Whether to continue <paramref name="place"/> is to revise what ends there: a new answer begins.</summary>
    public static bool IsRevision(this SearchTree tree, Place place) =>
        place.Node != SearchTree.Root && !tree.IsInside(place) && tree[place.Node].Proposal.Ending != Ending.Open;

    /// <summary>
    /// The answers that a continuation of <paramref name="place"/> sees, the oldest first: for a revision the latest
    /// <paramref name="seen"/> of its chain; inside a revision, those that it began with; else none.
    /// </summary>
    public static ImmutableArray<ImmutableArray<Step>> EarlierAnswers(this SearchTree tree, Place place, int seen)
    {
        if (!tree.IsRevision(place) && tree.Lineage(place) is [({ IsRevision: true } revision, _), ..])
        {
            (place, seen) = (revision.From, ChildIndex.Seen(revision.Index));
        }

        return [.. tree.Chain(place).Take(seen).Reverse().Select(node => tree.StepsTo(node.End))];
    }

    /// <summary>How many answers there are for a revision at <paramref name="place"/> to see.</summary>
    internal static int AnswersBefore(this SearchTree tree, Place place) => tree.Chain(place).Count();

    /// <summary>
    /// What the distinct children that <paramref name="expansion"/> adds must differ from: the sampled child that they are set against,
    /// then those that were added before. For <see cref="Draw.DistinctSteps"/> first steps alone.
    /// </summary>
    /// <exception cref="ArgumentException">The child that they are set against is not in the tree.</exception>
    public static ImmutableArray<Proposal> Taken(this SearchTree tree, Expansion expansion)
    {
        if (expansion.Draw is not (Draw.DistinctSteps or Draw.DistinctAnswers))
        {
            return [];
        }

        var place = tree.PlaceOf(expansion);
        var first = tree.FirstChild(expansion);
        var earlier = tree.Nodes.Where(node => node.From == place && node.Index <= ChildIndex.Distinct(expansion.Draw, expansion.Against, 1) && node.Index > first);
        var taken = earlier.Select(node => node.Proposal).Prepend(tree.Sampled(place, expansion.Against));
        return [.. expansion.Draw == Draw.DistinctSteps ? taken.Select(proposal => proposal.First(1)) : taken];
    }

    private static Proposal Sampled(this SearchTree tree, Place place, int index)
    {
        if (index == 0 && tree.IsInside(place))
        {
            return tree[place.Node].Proposal.After(place.Steps);
        }

        return tree.Nodes.FirstOrDefault(node => node.From == place && node.Index == index)?.Proposal
            ?? throw new ArgumentException($"Node {place.Node} has no child {index} to differ from.", nameof(index));
    }

    private static int DepthBefore(this SearchTree tree, int node) => tree[node].Depth - tree[node].Proposal.Steps.Length;

    // The answers of a chain of revisions, the latest first.
    private static IEnumerable<Node> Chain(this SearchTree tree, Place place)
    {
        while (tree.IsRevision(place))
        {
            yield return tree[place.Node];
            var first = tree.Lineage(place)[0].Node;
            place = first.From;
        }
    }

    // The nodes of an answer up to a place, and how many steps of each belong to it.
    private static List<(Node Node, int Steps)> Lineage(this SearchTree tree, Place place)
    {
        var lineage = new List<(Node Node, int Steps)>();
        while (place.Node != SearchTree.Root)
        {
            var node = tree[place.Node];
            lineage.Add((node, place.Steps));
            if (node.IsRevision)
            {
                break;
            }

            place = node.From;
        }

        lineage.Reverse();
        return lineage;
    }
}
