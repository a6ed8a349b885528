using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// Begins what is certain of later rounds while a round is still being drawn. Which of it is begun when depends on what comes when; what is
/// begun at all, and so what is drawn, does not.
/// </summary>
internal sealed class EarlyDraws(IAsynchronousStrategy strategy, SearchAccount account)
{
    private readonly List<Known> _known = []; // By round, from the one that is being drawn: so that only what has changed is planned again.

    /// <summary>What to begin early for <paramref name="task"/>; null for nothing.</summary>
    public static EarlyDraws? For(SearchTask task, SearchAccount account) =>
        task is { IsAsynchronous: true, Strategy: IAsynchronousStrategy strategy } ? new EarlyDraws(strategy, account) : null;

    /// <summary>Waits until a round is over, or a part of it has failed, and begins whatever becomes certain on the way.</summary>
    /// <param name="draws">Where it begins.</param>
    /// <param name="tree">The rounds that have ended.</param>
    /// <param name="round">The round that is being drawn.</param>
    /// <param name="drawn">Its draws.</param>
    /// <param name="cancellationToken">Cancels asking for grants.</param>
    public async Task WaitAsync(
        SearchDraws draws, SearchTree tree, IReadOnlyList<Expansion> round, Task<ExpandReply>[] drawn, CancellationToken cancellationToken)
    {
        while (drawn.Any(draw => !draw.IsCompleted) && !drawn.Any(draw => draw.IsFaulted || draw.IsCanceled))
        {
            await BeginAsync(draws, tree, [.. round.Zip(drawn)], cancellationToken);
            if (draws.InFlight is { Length: > 0 } inFlight)
            {
                await Task.WhenAny(inFlight);
            }
        }
    }

    // Round by round: what has come of one makes a part of the next one certain.
    private async Task BeginAsync(
        SearchDraws draws, SearchTree tree, List<(Expansion Expansion, Task<ExpandReply> Draw)> round, CancellationToken cancellationToken)
    {
        var wholeRounds = tree.Rounds;
        _known.RemoveAll(part => part.WholeRounds != wholeRounds);
        for (var depth = 0; round.FindAll(part => part.Draw.IsCompletedSuccessfully) is { Count: > 0 } come; depth++)
        {
            if (depth == _known.Count || _known[depth].Come < come.Count)
            {
                _known.RemoveRange(depth, _known.Count - depth);
                tree = tree.Add([.. come.Select(part => part.Expansion)], [.. come.Select(part => part.Draw.Result.Branches)]);
                var next = strategy.PlanAhead(tree, wholeRounds);
                if (!next.All(expansion => draws.IsBegun(tree, expansion))
                    && !await account.TryReserveEarlyAsync(wholeRounds, tree.Rounds + 1, cancellationToken))
                {
                    return;
                }

                _known.Add(new Known(
                    wholeRounds, come.Count, tree, [.. next.Select(expansion => (expansion, draws.Begin(tree, expansion)))]));
            }

            (tree, round) = (_known[depth].Tree, _known[depth].Next);
        }
    }

    // What had come of a round when it was last looked at, the tree with it, and what of the next round is begun.
    private sealed record Known(int WholeRounds, int Come, SearchTree Tree, List<(Expansion Expansion, Task<ExpandReply> Draw)> Next);
}
