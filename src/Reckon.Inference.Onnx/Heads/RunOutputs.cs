using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>What is asked of a run besides the KV cache: some outputs, and the inputs that they need.</summary>
/// <param name="inputNames">Inputs besides those of every model.</param>
/// <param name="outputNames">Outputs besides those of KV cache and state.</param>
internal abstract class RunOutputs(string[] inputNames, string[] outputNames)
{
    public string[] InputNames => inputNames;

    public string[] OutputNames => outputNames;

    /// <summary>
    /// Tensors in the order of <see cref="InputNames"/>, for a run of <paramref name="rows"/> with <paramref name="chunk"/> tokens each.
    /// </summary>
    public abstract OrtValue[] Inputs(int rows, int chunk);

    /// <summary>Tensors in the order of <see cref="OutputNames"/>.</summary>
    public abstract OrtValue[] Outputs(int rows, int chunk);
}
