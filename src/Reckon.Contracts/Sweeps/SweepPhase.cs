namespace Reckon.Contracts.Sweeps;

/// <summary>Where a sweep is in its life.</summary>
public enum SweepPhase
{
    /// <summary>Nothing has been submitted under this id.</summary>
    Unknown,

    /// <summary>Problems are being admitted and run.</summary>
    Running,

    /// <summary>Stopped on request; can be started again.</summary>
    Stopped,

    /// <summary>Every trial has an outcome or has failed.</summary>
    Finished,

    /// <summary>Ended on request, for good. What it had finished can be read until it is deleted.</summary>
    Cancelled,
}
