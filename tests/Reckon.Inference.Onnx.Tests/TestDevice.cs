using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Tests;

/// <summary>Where the kits that every model passes run: on the processor, or on the provider that RECKON_DEVICE names.</summary>
internal static class TestDevice
{
    public static OnnxExecutionOptions Options { get; } = new()
    {
        Provider = Enum.TryParse<ExecutionProvider>(Environment.GetEnvironmentVariable("RECKON_DEVICE"), out var provider)
            ? provider
            : ExecutionProvider.Cpu,
    };
}
