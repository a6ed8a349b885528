namespace Reckon.Search.Strategies;

/// <summary>How likely each of the children of a step is thought to be before anything is known of it.</summary>
internal enum StepPrior
{
    /// <summary>All the same.</summary>
    Uniform,

    /// <summary>By the proposer's probabilities of their tokens, made to sum to one.</summary>
    Likelihood,
}
