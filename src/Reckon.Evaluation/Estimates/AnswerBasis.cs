namespace Reckon.Evaluation.Estimates;

/// <summary>What the expected length of answers is taken from.</summary>
public enum AnswerBasis
{
    /// <summary>The dataset's solutions, in the models' tokens.</summary>
    Solutions,

    /// <summary>Half of <c>sampling.maxAnswerTokens</c>, as the dataset has no solutions.</summary>
    HalfOfLimit,

    /// <summary>Solutions where the dataset has them, and half of the limit elsewhere.</summary>
    Mixed,
}
