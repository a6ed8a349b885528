using Reckon.Search.Trees;

namespace Reckon.Search.Strategies;

/// <summary>
/// A strategy that can tell a part of a round while the rounds before it are still being drawn, so that its searches may run asynchronous
/// rounds. They draw early what is certain, and nothing else: the tree is the one that <see cref="ISearchStrategy.Plan"/> grows round by
/// round.
/// </summary>
/// <remarks>
/// After the first, a round draws at most <see cref="ISearchStrategy.Generations"/> children. Each is one step, and continues a node that
/// has no children yet.
/// </remarks>
public interface IAsynchronousStrategy : ISearchStrategy
{
    /// <summary>
    /// Expansions that the round after the last of <paramref name="tree"/> holds for certain, whatever has not come yet turns out to be; in
    /// the order of the plan. Those that can be told from the last round alone: each continues one of its nodes. To leave some out makes a
    /// search slower; to name one that the plan will not hold ends it with an error.
    /// </summary>
    /// <param name="tree">
    /// A tree in which the rounds after <paramref name="wholeRounds"/> lack the expansions that have not come yet. What has come is in the
    /// order of the plan, but ids are not those of the whole tree.
    /// </param>
    /// <param name="wholeRounds">Rounds of the tree that lack nothing, from 1 to the number of its rounds.</param>
    IReadOnlyList<Expansion> PlanAhead(SearchTree tree, int wholeRounds);
}
