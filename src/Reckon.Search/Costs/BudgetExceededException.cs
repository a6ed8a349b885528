namespace Reckon.Search.Costs;

/// <summary>A round cost more than was granted for it.</summary>
public sealed class BudgetExceededException(Amounts spent, Amounts granted)
    : InvalidOperationException($"A round spent {spent}, more than the {granted} that was granted for it.")
{
    /// <summary>Total spent by the search.</summary>
    public Amounts Spent { get; } = spent;

    /// <summary>Total granted to the search.</summary>
    public Amounts Granted { get; } = granted;
}
