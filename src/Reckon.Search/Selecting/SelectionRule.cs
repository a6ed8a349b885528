namespace Reckon.Search.Selecting;

/// <summary>How one answer is chosen among the solutions of a search.</summary>
public enum SelectionRule
{
    /// <summary>The answer that most solutions give.</summary>
    Majority,

    /// <summary>The answer of the solution with the highest score: the paper's best-of-N.</summary>
    Best,

    /// <summary>The answer with the highest sum of scores: best-of-N weighted (Li et al. 2023), the paper's default.</summary>
    Weighted,
}
