using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Reckon.Inference.Onnx.Tensors;

/// <summary>Shows memory to the runtime as a tensor. The view must not outlive the memory.</summary>
internal static class TensorView
{
    public static OrtValue Of(NativeBuffer<float> buffer, long start, params ReadOnlySpan<long> shape) =>
        Of(OrtMemoryInfo.DefaultInstance, TensorElementType.Float, buffer.AddressOf(start), sizeof(float), shape);

    public static OrtValue Of(OrtMemoryInfo memory, nint address, bool isHalf, params ReadOnlySpan<long> shape) => Of(
        memory, isHalf ? TensorElementType.Float16 : TensorElementType.Float, address, isHalf ? 2 : sizeof(float), shape);

    public static OrtValue Of(NativeBuffer<long> buffer, params ReadOnlySpan<long> shape) =>
        Of(OrtMemoryInfo.DefaultInstance, TensorElementType.Int64, buffer.AddressOf(0), sizeof(long), shape);

    private static OrtValue Of(OrtMemoryInfo memory, TensorElementType type, nint address, int size, ReadOnlySpan<long> shape) =>
        OrtValue.CreateTensorValueWithData(memory, type, shape.ToArray(), address, Elements(shape) * size);

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
