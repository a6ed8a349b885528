using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>Tells a run that found no memory from one that failed otherwise. The runtime has no code for it, only messages.</summary>
internal static class MemoryShortage
{
    private static readonly string[] _words =
    [
        "Failed to allocate memory", // The arena, when the system refuses.
        "is smaller than requested bytes", // The arena, at a limit of its own.
        "bad_alloc",
        "bad allocation",
        "out of memory", // CUDA.
        "ALLOC_FAILED", // cuBLAS and cuDNN.
    ];

    /// <summary>Whether <paramref name="fault"/> says so.</summary>
    public static bool Is(OnnxRuntimeException fault) => IsTold(fault.Message);

    /// <summary>Whether a message of the runtime says so.</summary>
    public static bool IsTold(string message) => Array.Exists(_words, word => message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
