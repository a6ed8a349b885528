using Microsoft.ML.OnnxRuntime;

namespace Reckon.Inference.Onnx;

/// <summary>The tensors of one kind of run, kept because making them costs more than filling them.</summary>
/// <param name="Inputs">In the order of the input names; the mask's place is filled anew for each run.</param>
/// <param name="Outputs">In the order of the output names.</param>
/// <param name="Owned">Those that are not views of somebody else.</param>
internal sealed record RunValues(OrtValue[] Inputs, OrtValue[] Outputs, OrtValue[] Owned) : IDisposable
{
    public void Dispose()
    {
        foreach (var value in Owned)
        {
            value.Dispose();
        }
    }
}
