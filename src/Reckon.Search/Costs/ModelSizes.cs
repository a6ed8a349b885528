namespace Reckon.Search.Costs;

/// <summary>How large the models are, in parameters: what turns tokens into floating-point operations, and into money.</summary>
/// <param name="Proposer">Parameters of the proposer; 0 where they are not known.</param>
/// <param name="Verifier">Parameters of the verifier; 0 where there is none, or they are not known.</param>
public readonly record struct ModelSizes(long Proposer, long Verifier)
{
    /// <summary>What their tokens cost in money; nothing where no price is known.</summary>
    public TokenRates Rates { get; init; }
}
