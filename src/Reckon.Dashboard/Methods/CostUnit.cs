namespace Reckon.Dashboard.Methods;

/// <summary>What compute is counted in.</summary>
public enum CostUnit
{
    /// <summary>The paper's N as spent.</summary>
    Generations,

    /// <summary>Tokens of both models.</summary>
    Tokens,

    /// <summary>Floating-point operations of both models.</summary>
    Flops,

    /// <summary>Floating-point operations of the proposer alone.</summary>
    ProposerFlops,

    /// <summary>Seconds of devices, at the mean speed of the sweep.</summary>
    DeviceSeconds,
}
