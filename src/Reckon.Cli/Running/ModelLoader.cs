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

    /// <summary>The model on the server that a sweep file describes, or what is wrong with it, as faults of that file.</summary>
    /// <param name="folder">The folder with the model's tokenizer.</param>
    /// <param name="manifest">What the sweep file says.</param>
    /// <param name="role">What the model is to be.</param>
    /// <param name="sweep">The sweep file.</param>
    public static Validated<ModelFolder> LoadServer(string folder, string manifest, ModelRole role, string sweep)
    {
        try
        {
            return new Validated<ModelFolder>.Valid(OnnxFolders.ReadServer(folder, manifest, role, ParseChat));
        }
        catch (ModelLoadException refused)
        {
            var place = role == ModelRole.Proposer ? "models.proposer" : "models.verifier";
            return new Validated<ModelFolder>.Invalid([.. refused.Faults.Select(fault =>
                fault.File == ModelDescriptor.FileName ? InSweep(Of(fault, folder), sweep, place) : Of(fault, folder))]);
        }
    }

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

    // What a model's own file has in its section 'remote' stands beside the rest there.
    private static Diagnostic InSweep(Diagnostic fault, string sweep, string place) =>
        fault with { File = sweep, Path = place, Message = fault.Message.Replace("'remote.", "'", StringComparison.Ordinal) };

    // A method of its own, so that the interpreter is loaded only where there is a template.
    private static IChatTemplate ParseChat(string template, string begin, string end) => new JinjaTemplate(template, begin, end);

    private static Diagnostic Of(ModelFault fault, string folder) =>
        new(folder, 0, 0, fault.File == folder ? "" : fault.File, $"expected {fault.Expected}", fault.Remedy.TrimEnd('.'));
}
