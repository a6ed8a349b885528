namespace Reckon.Inference.Folders;

/// <summary>How a server is asked for scores.</summary>
public enum ScoreRoute
{
    /// <summary>vLLM's <c>/pooling</c>: values of the model's head at each token, or at each marker.</summary>
    Pooling,

    /// <summary>
    /// The probability of a label as the next token: vLLM's <c>/generative_scoring</c>, SGLang's <c>/v1/score</c>.
    /// </summary>
    Labels,
}
