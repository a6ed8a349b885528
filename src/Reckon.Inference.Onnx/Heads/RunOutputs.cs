using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx.Heads;

/// <summary>What is wanted of a run beside keys and values: some outputs, and perhaps inputs that they need.</summary>
/// <param name="inputNames">Beside those of every model.</param>
/// <param name="outputNames">Beside those of keys, values and state.</param>
internal abstract class RunOutputs(string[] inputNames, string[] outputNames)
{
    public string[] InputNames => inputNames;

    public string[] OutputNames => outputNames;

    /// <summary>Tensors in the order of <see cref="InputNames"/>, for a run of so many rows and tokens a row.</summary>
    public abstract OrtValue[] Inputs(int rows, int chunk);

    /// <summary>Tensors in the order of <see cref="OutputNames"/>.</summary>
    public abstract OrtValue[] Outputs(int rows, int chunk);
}
