namespace Reckon.Search.Running;

/// <summary>Why a search ended.</summary>
public enum SearchEnd
{
    /// <summary>The strategy had nothing more to ask, and got all that it asked for.</summary>
    Completed,

    /// <summary>No part of the next round fit the budget; the answer is chosen from what there is.</summary>
    BudgetExhausted,

    /// <summary>The strategy had nothing more to ask, but its budget did not cover all that it asked for on the way.</summary>
    Narrowed,

    /// <summary>Its time was over; the answer is chosen from the rounds that had ended. Depends on the machine.</summary>
    TimeExhausted,
}
