namespace Reckon.Contracts.Sweeps;

/// <summary>Where a problem of a sweep is in its life.</summary>
public enum ProblemPhase
{
    /// <summary>It has not been admitted, or was stopped before its end.</summary>
    Waiting,

    /// <summary>Its trials run.</summary>
    Running,

    /// <summary>Every trial has an outcome or has failed.</summary>
    Done,
}
