namespace Reckon.Inference.Judging;

/// <summary>How a verifier's output becomes a score in [0, 1].</summary>
public enum HeadKind
{
    /// <summary>A language model: the share of one token against another.</summary>
    TwoTokens,

    /// <summary>Two classes: the share of the second.</summary>
    Classes,

    /// <summary>One number: its logistic function.</summary>
    Scalar,
}
