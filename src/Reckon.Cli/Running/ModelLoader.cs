using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Templates;
using Reckon.Inference.Tokens;

namespace Reckon.Cli.Running;

/// <summary>Reads model folders, and reports their faults like those of a sweep's other files.</summary>
internal static class ModelLoader
{
    /// <summary>The model in <paramref name="folder"/>, or everything that keeps it from being used in <paramref name="role"/>.</summary>
    public static Validated<ModelFolder> Load(string folder, ModelRole role) => Load(folder, () => OnnxFolders.Read(folder, role, ParseChat));

    /// <summary>The model in <paramref name="folder"/>, whatever its role, or everything that is wrong with it.</summary>
    public static Validated<ModelFolder> Load(string folder) => Load(folder, () => OnnxFolders.Read(folder, ParseChat));

    /// <summary>What keeps a model from being opened, as faults of its folder.</summary>
    public static ImmutableArray<Diagnostic> FaultsOf(ModelLoadException refused, string folder) =>
        [.. refused.Faults.Select(fault => Of(fault, folder))];

    private static Validated<ModelFolder> Load(string folder, Func<ModelFolder> read)
    {
        try
        {
            return new Validated<ModelFolder>.Valid(read());
        }
        catch (ModelLoadException refused)
        {
            return new Validated<ModelFolder>.Invalid(FaultsOf(refused, folder));
        }
    }

    // A method of its own, so that the interpreter is loaded only where there is a template.
    private static IChatTemplate ParseChat(string template, string begin, string end) => new JinjaTemplate(template, begin, end);

    private static Diagnostic Of(ModelFault fault, string folder) =>
        new(folder, 0, 0, fault.File == folder ? "" : fault.File, $"expected {fault.Expected}", fault.Remedy.TrimEnd('.'));
}
