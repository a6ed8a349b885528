using Reckon.Search.Costs;

namespace Reckon.Search.Running;

/// <summary>Where a search asks before it spends.</summary>
public interface IBudgetGate
{
    /// <summary>What it may grant in all: rounds are narrowed to it before they are asked for.</summary>
    Budget Budget { get; }

    /// <summary>
    /// Grants spending up to the total <paramref name="upTo"/> since the start of the search; false when the budget does not cover
    /// it.
    /// </summary>
    ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken);

    /// <summary>Reports the total spent since the start of the search; the rest of the grant returns.</summary>
    ValueTask SettleAsync(Cost total, CancellationToken cancellationToken);
}
