namespace Reckon.Inference.Onnx.Options;

/// <summary>Where and how ONNX Runtime runs a model.</summary>
public sealed record OnnxExecutionOptions
{
    /// <summary>The device. Default: the processor.</summary>
    public ExecutionProvider Provider { get; init; } = ExecutionProvider.Cpu;

    /// <summary>
    /// Threads of one run, the caller's included; 1 or more. Default: 1, which is best where several engines share the cores.
    /// </summary>
    public int Threads { get; init; } = 1;

    /// <summary>The device's number, from 0. Not used on the processor.</summary>
    public int Device { get; init; }

    /// <summary>
    /// Whether the KV cache is in the device's memory, where the provider is <see cref="ExecutionProvider.Cuda"/> and the device has kernels for
    /// the attention; else it is in the machine's, and is copied for each run. Changes speed and memory, never a result. Default: true.
    /// </summary>
    public bool KeepsCacheOnDevice { get; init; } = true;

    /// <summary>Whether a proposer's head is rewritten. Default: for large vocabularies.</summary>
    public HeadRewrite HeadRewrite { get; init; } = HeadRewrite.Auto;

    /// <summary>Tokens of the smallest vocabulary that counts as large, 1 or more. Default: 32 000.</summary>
    public int LargeVocabulary { get; init; } = 32_000;

    /// <summary>Logits of a row that <see cref="HeadRewrite.Top"/> hands out, 1 or more. Default: 256.</summary>
    public int TopLogits { get; init; } = 256;

    /// <summary>The provider's library, for <see cref="ExecutionProvider.CudaPlugin"/>. Default: the one next to the executable.</summary>
    public string? PluginLibrary { get; init; }
}
