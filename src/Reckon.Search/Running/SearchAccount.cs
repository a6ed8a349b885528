using Reckon.Search.Costs;
using Reckon.Search.Trees;

namespace Reckon.Search.Running;

/// <summary>What one search has spent, and what it has been granted: narrows rounds to the budget, reserves before they run, settles after.</summary>
internal sealed class SearchAccount(IBudgetGate gate, SearchTask task)
{
    /// <summary>The total of the rounds that have ended.</summary>
    public Cost Spent { get; private set; } = Cost.Zero;

    /// <summary>What of <paramref name="plan"/> the budget covers.</summary>
    public IReadOnlyList<Expansion> Affordable(SearchTree tree, IReadOnlyList<Expansion> plan)
    {
        return task.Strategy.CanBeNarrowed ? Narrowing.Fit(plan, Fits) : Fits(plan) ? plan : [];

        bool Fits(IReadOnlyList<Expansion> round) => gate.Budget.Covers(RoundBound.After(Spent, task, tree, round), task.Price.Sizes);
    }

    /// <summary>Reserves the next round of <paramref name="tree"/>.</summary>
    public ValueTask<bool> TryReserveAsync(SearchTree tree, IReadOnlyList<Expansion> round, CancellationToken cancellationToken) =>
        gate.TryReserveAsync(RoundBound.After(Spent, task, tree, round), cancellationToken);

    /// <summary>Adds what the last round of <paramref name="tree"/> has spent, and settles it.</summary>
    public ValueTask AddAsync(SearchTree tree, TokenCost spent, CancellationToken cancellationToken)
    {
        Spent = Spent.After(tree.Generations, spent);
        return gate.SettleAsync(Spent, cancellationToken);
    }
}
