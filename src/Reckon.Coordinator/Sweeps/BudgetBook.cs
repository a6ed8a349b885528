using Reckon.Contracts.Problems;
using Reckon.Search.Costs;

namespace Reckon.Coordinator.Sweeps;

/// <summary>The ledgers of the trials that run now, each with the same budget.</summary>
internal sealed class BudgetBook(Budget budget, ModelSizes sizes)
{
    private readonly Dictionary<TrialKey, BudgetLedger> _ledgers = [];

    /// <summary>Ledgers that are open.</summary>
    public int Count => _ledgers.Count;

    /// <summary>Grants <paramref name="trial"/> spending up to the total <paramref name="upTo"/>, if its budget covers it.</summary>
    public bool TryReserve(TrialKey trial, Cost upTo)
    {
        if (Ledger(trial).TryReserve(upTo) is not { } granted)
        {
            return false;
        }

        _ledgers[trial] = granted;
        return true;
    }

    /// <summary>Records the total that <paramref name="trial"/> has spent.</summary>
    /// <exception cref="BudgetExceededException">It is more than the budget, or than the grant.</exception>
    public void Settle(TrialKey trial, Cost total)
    {
        // A ledger that is not open was lost with its coordinator, between a grant and its settlement. The grant was
        // within the budget, so the total must be.
        var ledger = _ledgers.TryGetValue(trial, out var known) ? known : Ledger(trial).TryReserve(total);
        _ledgers[trial] = (ledger ?? Ledger(trial)).Settle(total);
    }

    /// <summary>Closes a ledger.</summary>
    public void Close(TrialKey trial) => _ledgers.Remove(trial);

    private BudgetLedger Ledger(TrialKey trial) => _ledgers.TryGetValue(trial, out var ledger) ? ledger : BudgetLedger.Open(budget, sizes);
}
