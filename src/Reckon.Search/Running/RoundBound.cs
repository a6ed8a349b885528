using Reckon.Search.Costs;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>The most that a round can cost, known before it runs.</summary>
public static class RoundBound
{
    /// <summary>
    /// What the least of the first round of <paramref name="strategy"/> is reserved at: a search whose budget does not cover that draws
    /// nothing at all.
    /// </summary>
    /// <param name="strategy">What to grow.</param>
    /// <param name="sampling">How continuations are drawn.</param>
    /// <param name="price">What the models can cost.</param>
    /// <param name="problem">The problem; null where it is not known, and then its prompt is left out.</param>
    public static Cost OfFirst(ISearchStrategy strategy, Sampling sampling, SearchPrice price, Problem? problem = null)
    {
        var plan = strategy.Plan(SearchTree.Empty);
        IReadOnlyList<Expansion> round = strategy.CanBeNarrowed ? [Narrowing.Least(plan)] : plan;
        return Cost.Zero.After(
            SearchTree.Empty.GenerationsAfter(round),
            price.Of(round, sampling) + (problem is null ? TokenCost.Zero : price.OfPrompt(problem)));
    }

    /// <summary>The search's total after <paramref name="round"/>, at most.</summary>
    internal static Cost After(Cost spent, SearchTask task, SearchTree tree, IReadOnlyList<Expansion> round) => spent.After(
        tree.GenerationsAfter(round),
        task.Price.Of(round, task.Sampling)
        + (tree.IsEmpty ? task.Price.OfPrompt(task.Problem) : TokenCost.Zero)
        + round.Aggregate(TokenCost.Zero, (sum, expansion) => sum + RevisionPrompt(task, tree, expansion)));

    /// <summary>
    /// The total after <paramref name="rounds"/> more rounds that draw as much as a strategy of one step a round may, at most: enough for
    /// any part of them, and for all of them.
    /// </summary>
    internal static Cost AfterWhole(Cost spent, SearchTask task, int rounds) => spent.After(
        Math.Max(spent.Generations, task.Strategy.Generations),
        task.Price.Of([new Expansion(SearchTree.Root, rounds * task.Strategy.Generations, Extent.Step)], task.Sampling));

    // A revision reads a prompt of its own, with the answers that it sees.
    private static TokenCost RevisionPrompt(SearchTask task, SearchTree tree, Expansion expansion) =>
        expansion.Node != SearchTree.Root && tree.IsRevision(tree.PlaceOf(expansion))
            ? task.Price.OfRevision(task.Problem, tree.EarlierAnswers(tree.PlaceOf(expansion), expansion.Seen))
            : TokenCost.Zero;
}
