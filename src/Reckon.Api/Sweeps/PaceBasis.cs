namespace Reckon.Api.Sweeps;

/// <summary>What a speed was taken from.</summary>
public enum PaceBasis
{
    /// <summary>The time since the sweep's coordinator took it up: since it was started or resumed, or its coordinator was replaced.</summary>
    SinceStart,

    /// <summary>The last minute, or as much of it as was watched.</summary>
    LastMinute,
}
