namespace Reckon.Inference.Folders;

/// <summary>Which server answers: each has a form of its own.</summary>
public enum RemoteKind
{
    /// <summary>vLLM, or another with its <c>/v1/completions</c>.</summary>
    Vllm,

    /// <summary>SGLang.</summary>
    Sglang,

    /// <summary>The server of llama.cpp.</summary>
    LlamaServer,
}
