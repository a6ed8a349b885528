using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx.Slots;

/// <summary>
/// The tensors of one kind of run with their names. They are made once, because making them takes longer than filling them.
/// </summary>
/// <param name="InputNames">Of the inputs.</param>
/// <param name="Inputs">In their order; the mask is replaced for each run.</param>
/// <param name="OutputNames">Of the outputs.</param>
/// <param name="Outputs">In their order.</param>
/// <param name="Owned">Those that are not views of others.</param>
internal sealed record RunValues(string[] InputNames, OrtValue[] Inputs, string[] OutputNames, OrtValue[] Outputs, OrtValue[] Owned)
    : IDisposable
{
    public void Dispose()
    {
        foreach (var value in Owned)
        {
            value.Dispose();
        }
    }
}
