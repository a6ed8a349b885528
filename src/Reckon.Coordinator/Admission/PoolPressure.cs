namespace Reckon.Coordinator.Admission;

/// <summary>How one sweep stands in one pool that it needs. Amounts are children.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Capacity">What its workers run at once, all together; 0 where there is none that takes work.</param>
/// <param name="Mine">What the sweep has outstanding there.</param>
/// <param name="Others">What other sweeps have outstanding there.</param>
/// <param name="OtherShares">The shares of those sweeps, all together: see <see cref="AdmissionTerms.Shares"/>.</param>
internal readonly record struct PoolPressure(string Pool, int Capacity, int Mine, int Others, int OtherShares);
