using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Onnx.Memory;
using Reckon.Inference.Onnx.Tests.Users;

namespace Reckon.Inference.Onnx.Tests.Memory;

/// <summary>The same where past and present are joined by Concat.</summary>
public sealed class DeviceCacheConcatTests() : TinyModelKit("optimum", 1e-4)
{
    private protected override ICacheMemory Memory { get; } = new CudaMemory(new LateCuda(1), 1, OrtMemoryInfo.DefaultInstance);
}
