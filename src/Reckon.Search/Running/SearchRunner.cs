using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>Runs a strategy to its end: reserve, draw and judge, settle, grow the tree. The only loop in a search.</summary>
public sealed class SearchRunner(INodeExpander expander, IBudgetGate gate)
{
    /// <summary>Runs <paramref name="task"/> to its end. Rounds are synchronous; the expansions of a round run side by side.</summary>
    public async Task<SearchResult> RunAsync(SearchTask task, CancellationToken cancellationToken)
    {
        var tree = SearchTree.Empty;
        var cost = Cost.Zero;
        while (task.Strategy.Plan(tree) is { Count: > 0 } round)
        {
            if (!await gate.TryReserveAsync(RoundBound.After(cost, task, tree, round), cancellationToken))
            {
                return new SearchResult(tree, cost, SearchEnd.BudgetExhausted);
            }

            var current = tree;
            var replies = await Task.WhenAll(round.Select(expansion =>
                expander.ExpandAsync(current.RequestOf(task, expansion), cancellationToken)));
            tree = tree.Add(round, [.. replies.Select(reply => reply.Branches)]);
            cost = cost.After(tree.Generations, Spent(replies, isFirst: current.IsEmpty));
            await gate.SettleAsync(cost, cancellationToken);
        }

        return new SearchResult(tree, cost, SearchEnd.Completed);
    }

    // Each model reads the prompt once a search.
    private static TokenCost Spent(ExpandReply[] replies, bool isFirst) =>
        replies.Aggregate(isFirst ? replies[0].Prompt : TokenCost.Zero, (sum, reply) => sum + reply.Cost);
}
