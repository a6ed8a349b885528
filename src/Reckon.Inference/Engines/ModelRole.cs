namespace Reckon.Inference.Engines;

/// <summary>What a model is for.</summary>
public enum ModelRole
{
    /// <summary>It writes.</summary>
    Proposer,

    /// <summary>It judges.</summary>
    Verifier,
}
