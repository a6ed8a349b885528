namespace Reckon.Evaluation.Sweeps;

/// <summary>In what a budget is counted, when accuracy is shown against it.</summary>
public enum CostUnit
{
    /// <summary>The paper's N, as spent.</summary>
    Generations,

    /// <summary>Tokens of both models.</summary>
    Tokens,

    /// <summary>Floating-point operations of both models.</summary>
    Flops,

    /// <summary>Floating-point operations of the proposer alone: judging counts as free.</summary>
    ProposerFlops,
}
