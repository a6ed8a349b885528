using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// Runs a strategy to its end: narrow, reserve, draw and judge, settle, grow the tree. The only loop in a search. An asynchronous search
/// draws ahead of it what its rounds are certain to ask for: the loop, and so the tree, is the same.
/// </summary>
public sealed class SearchRunner(INodeExpander expander, IBudgetGate gate)
{
    /// <summary>Runs <paramref name="task"/> to its end. The expansions of a round run side by side.</summary>
    public Task<SearchResult> RunAsync(SearchTask task, CancellationToken cancellationToken) =>
        RunAsync(task, CancellationToken.None, cancellationToken);

    /// <summary>The same, but for a limit on time.</summary>
    /// <param name="task">What to run.</param>
    /// <param name="deadline">
    /// Cancelled when the search's time is over: what is in flight is dropped, and the rounds that have ended are its result.
    /// </param>
    /// <param name="cancellationToken">Cancels the search, which then has no result.</param>
    public async Task<SearchResult> RunAsync(SearchTask task, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        await using var draws = new SearchDraws(expander, task, inTime);
        var account = new SearchAccount(gate, task);
        var early = EarlyDraws.For(task, account);
        var tree = SearchTree.Empty;
        var withheld = new WithheldChildren();
        while (task.Strategy.Plan(tree) is { Count: > 0 } plan)
        {
            var round = account.Affordable(tree, plan);
            withheld.Note(plan, round);
            if (round.Count == 0 || !await account.TryReserveAsync(tree, round, cancellationToken))
            {
                return new SearchResult(tree, account.Spent, SearchEnd.BudgetExhausted);
            }

            if (await draws.TryDrawAsync(tree, round, early, cancellationToken) is not { } replies)
            {
                await account.SettleAsync(cancellationToken);
                return new SearchResult(tree, account.Spent, SearchEnd.TimeExhausted);
            }

            var spent = Spent(replies, round, isFirst: tree.IsEmpty);
            tree = tree.Add(round, [.. replies.Select(reply => reply.Branches)]);
            await account.AddAsync(tree, spent, cancellationToken);
        }

        draws.ThrowIfUnused(tree, []);
        return new SearchResult(tree, account.Spent, withheld.AreMissing ? SearchEnd.Narrowed : SearchEnd.Completed);
    }

    // Each model reads the prompt once a search, and that of a revision, with the answers that it sees, each time.
    private static TokenCost Spent(ExpandReply[] replies, IReadOnlyList<Expansion> round, bool isFirst) => replies
        .Zip(round, (reply, expansion) => reply.Cost + (expansion.Seen > 0 ? reply.Prompt : TokenCost.Zero))
        .Aggregate(isFirst ? replies[0].Prompt : TokenCost.Zero, (sum, cost) => sum + cost);
}
