namespace Reckon.Inference.Onnx.Options;

/// <summary>
/// Whether and how the end of a proposer's graph is rewritten when it is opened. Changes speed and memory, never a result.
/// </summary>
public enum HeadRewrite
{
    /// <summary>
    /// Models with a large vocabulary are rewritten: on the processor as <see cref="Rows"/>, because rows need not be copied there and the
    /// engine finds the largest logits sooner than the graph does; on other providers as <see cref="Top"/>.
    /// </summary>
    Auto,

    /// <summary>The graph runs as it is.</summary>
    Never,

    /// <summary>Logits are computed for the last token of a prompt only, not for every token.</summary>
    Rows,

    /// <summary>The same; and of a step's rows only the largest logits are handed out, where they are enough to sample from.</summary>
    Top,
}
