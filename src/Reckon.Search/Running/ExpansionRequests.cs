using System.Collections.Immutable;
using Reckon.Search.Drawing;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>Makes requests of expansions.</summary>
public static class ExpansionRequests
{
    /// <summary>What <paramref name="expansion"/> of <paramref name="tree"/> asks for, without what no model reads.</summary>
    public static ExpandRequest RequestOf(this SearchTree tree, SearchTask task, Expansion expansion) => new(
        tree.PrefixOf(task, expansion),
        tree.FirstChild(expansion),
        expansion.Count,
        expansion.Extent,
        expansion.Draw == Draw.Greedy ? task.Sampling.Greedy() : task.Sampling)
    {
        Taken = tree.Taken(expansion),
    };

    private static Prefix PrefixOf(this SearchTree tree, SearchTask task, Expansion expansion)
    {
        var place = tree.PlaceOf(expansion);
        var steps = tree.IsRevision(place) ? [] : tree.StepsTo(place);
        return new Prefix(task.Problem, task.Seed, tree.PathOf(place), Plain(steps))
        {
            Owner = task.Owner,
            Priority = task.Priority,
            Earlier = [.. tree.EarlierAnswers(place, expansion.Seen).Select(Plain)],
        };
    }

    private static ImmutableArray<Step> Plain(ImmutableArray<Step> steps) => [.. steps.Select(step => step.WithoutTokenLogProbabilities())];
}
