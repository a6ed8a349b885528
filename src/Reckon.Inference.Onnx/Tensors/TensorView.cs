using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Reckon.Inference.Onnx.Tensors;

/// <summary>Shows native memory to the runtime as a tensor. The view must not outlive the memory.</summary>
internal static class TensorView
{
    public static OrtValue Of(NativeBuffer<float> buffer, long start, params ReadOnlySpan<long> shape) =>
        OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, TensorElementType.Float, shape.ToArray(), buffer.AddressOf(start), Elements(shape) * sizeof(float));

    public static OrtValue Of(NativeBuffer<long> buffer, params ReadOnlySpan<long> shape) =>
        OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, TensorElementType.Int64, shape.ToArray(), buffer.AddressOf(0), Elements(shape) * sizeof(long));

    private static long Elements(ReadOnlySpan<long> shape)
    {
        var elements = 1L;
        foreach (var size in shape)
        {
            elements *= size;
        }

        return elements;
    }
}
