namespace Reckon.Search.Running;

/// <summary>Why a search ended.</summary>
public enum SearchEnd
{
    /// <summary>The strategy had nothing more to ask.</summary>
    Completed,

    /// <summary>The next round did not fit the budget; the answer is chosen from what there is.</summary>
    BudgetExhausted,
}
