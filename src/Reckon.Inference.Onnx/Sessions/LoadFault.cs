using Reckon.Inference.Engines;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>Says what to do about a model that opens but does not run: some faults appear only in the first runs.</summary>
internal static class LoadFault
{
    /// <summary>The fault with a remedy; as it is when it has one.</summary>
    public static ModelLoadException Of(Exception fault, ModelFolder files) => fault as ModelLoadException ?? new ModelLoadException(
        files.Path, [new ModelFault(files.Descriptor.ModelFile, $"a model that runs ({fault.Message})", RemedyOf(fault))], fault);

    private static string RemedyOf(Exception fault) => fault is DeviceMemoryException or OutOfMemoryException
        ? "Memory is short: run fewer rows at once (--rows), cache fewer tokens (engine.maxKeptTokens), or free memory of the device."
        : "Export the model again, or choose another provider.";
}
