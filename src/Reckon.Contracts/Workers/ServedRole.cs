namespace Reckon.Contracts.Workers;

/// <summary>What a served model is for.</summary>
public enum ServedRole
{
    /// <summary>It writes.</summary>
    Proposer,

    /// <summary>It judges.</summary>
    Verifier,
}
