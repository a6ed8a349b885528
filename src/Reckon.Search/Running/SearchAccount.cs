using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>
/// What one search has spent, and what it has been granted: narrows rounds to the budget, reserves before they run, settles after.
/// </summary>
internal sealed class SearchAccount(IBudgetGate gate, SearchTask task)
{
    private int _reserved; // Rounds, from the first, that have been granted.
    private Cost _settled = Cost.Zero;

    /// <summary>The total of the rounds that have ended.</summary>
    public Cost Spent { get; private set; } = Cost.Zero;

    /// <summary>What of <paramref name="plan"/> the budget covers.</summary>
    public IReadOnlyList<Expansion> Affordable(SearchTree tree, IReadOnlyList<Expansion> plan)
    {
        return task.Strategy.CanBeNarrowed ? Narrowing.Fit(plan, Fits) : Fits(plan) ? plan : [];

        bool Fits(IReadOnlyList<Expansion> round) => gate.Budget.Covers(RoundBound.After(Spent, task, tree, round), task.Price.Sizes);
    }

    /// <summary>Reserves the next round of <paramref name="tree"/>, unless it was reserved early.</summary>
    public async ValueTask<bool> TryReserveAsync(SearchTree tree, IReadOnlyList<Expansion> round, CancellationToken cancellationToken)
    {
        if (_reserved > tree.Rounds)
        {
            return true;
        }

        _reserved = tree.Rounds + 1;
        return await gate.TryReserveAsync(RoundBound.After(Spent, task, tree, round), cancellationToken);
    }

    /// <summary>
    /// Reserves all rounds after <paramref name="wholeRounds"/> up to <paramref name="round"/>, whole, whatever they turn out to hold:
    /// where the budget covers that, none of them will be narrowed, and what is certain of them can be drawn. False where it may not.
    /// </summary>
    public async ValueTask<bool> TryReserveEarlyAsync(int wholeRounds, int round, CancellationToken cancellationToken)
    {
        if (_reserved >= round)
        {
            return true;
        }

        var upTo = RoundBound.AfterWhole(Spent, task, round - wholeRounds);
        if (!gate.Budget.Covers(upTo, task.Price.Sizes) || !await gate.TryReserveAsync(upTo, cancellationToken))
        {
            return false;
        }

        _reserved = round;
        return true;
    }

    /// <summary>
    /// Adds what the last round of <paramref name="tree"/> has spent, and settles it. A round that ends while later ones are reserved is
    /// settled with them: to settle gives back all that was reserved.
    /// </summary>
    public ValueTask AddAsync(SearchTree tree, TokenCost spent, CancellationToken cancellationToken)
    {
        Spent = Spent.After(tree.Generations, spent);
        return _reserved > tree.Rounds ? ValueTask.CompletedTask : SettleAsync(cancellationToken);
    }

    /// <summary>Settles what has not been settled yet, and gives back what is reserved, where the search ends early.</summary>
    public async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        if (_settled != Spent)
        {
            _settled = Spent;
            await gate.SettleAsync(Spent, cancellationToken);
        }
    }
}
