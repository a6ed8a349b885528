using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Cli.Running;

/// <summary>Reads model folders, and reports their faults like those of a sweep's other files.</summary>
internal static class ModelLoader
{
    /// <summary>The model in <paramref name="folder"/>, or everything that keeps it from being used in <paramref name="role"/>.</summary>
    public static Validated<ModelFolder> Load(string folder, ModelRole role) => Load(folder, path => ModelFolder.Read(path, role));

    /// <summary>The model in <paramref name="folder"/>, whatever its role, or everything that keeps it from being used.</summary>
    public static Validated<ModelFolder> Load(string folder) => Load(folder, ModelFolder.Read);

    private static Validated<ModelFolder> Load(string folder, Func<string, ModelFolder> read)
    {
        try
        {
            var model = read(folder);
            WeightFiles.ThrowIfUnnamed(model);
            return new Validated<ModelFolder>.Valid(model);
        }
        catch (ModelLoadException refused)
        {
            return new Validated<ModelFolder>.Invalid([.. refused.Faults.Select(fault => Of(fault, folder))]);
        }
    }

    private static Diagnostic Of(ModelFault fault, string folder) =>
        new(folder, 0, 0, fault.File, $"expected {fault.Expected}", fault.Remedy.TrimEnd('.'));
}
