namespace Reckon.Evaluation.Sweeps;

/// <summary>What becomes of a problem whose prompt, with its answer, does not fit the models.</summary>
public enum OverlongPolicy
{
    /// <summary>The sweep is refused.</summary>
    Error,

    /// <summary>The problem is left out and counted.</summary>
    Skip,
}
