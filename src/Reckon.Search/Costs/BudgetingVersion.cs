namespace Reckon.Search.Costs;

/// <summary>The version of what budgets do to searches.</summary>
public static class BudgetingVersion
{
    /// <summary>
    /// Raised whenever a search with a budget asks for other rounds than before. Results of sweeps with budgets are then never
    /// mixed with those from before; sweeps without one are the same.
    /// </summary>
    public const int Current = 2;
}
