namespace Reckon.Coordinator.Admission;

/// <summary>How much of a sweep may be outstanding.</summary>
/// <param name="Most">Problems that may run at once in any case, at least 1.</param>
/// <param name="Factor">How many times the capacity may be outstanding, at least 1.</param>
/// <param name="Shares">The sweep's share of the capacity beside other sweeps, at least 1.</param>
internal readonly record struct AdmissionTerms(int Most, int Factor, int Shares)
{
    /// <summary>
    /// How many times the capacity is outstanding before the first trial is done. Rows are filled, and while they run, as much again
    /// waits: a trial takes about twice as long as alone.
    /// </summary>
    public const int FactorAtStart = 2;

    /// <summary>Problems that run while no worker takes work: enough for an autoscaler to see that something waits.</summary>
    public const int ProblemsWithoutWorkers = 4;
}
