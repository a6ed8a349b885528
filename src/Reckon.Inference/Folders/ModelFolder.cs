using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>A model on disk, checked: what its files say agrees, and the model's file is the one that was described.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Descriptor">What the model is.</param>
/// <param name="Tokenizer">The model's.</param>
/// <param name="Begin">The id of the mark before a prompt; null for none.</param>
/// <param name="Delimiter">The id that ends a step.</param>
/// <param name="Ends">The ids that end a text.</param>
/// <param name="KnownAnswer">What the model must return.</param>
public sealed record ModelFolder(
    string Path,
    ModelDescriptor Descriptor,
    ITokenizer Tokenizer,
    int? Begin,
    int Delimiter,
    ImmutableArray<int> Ends,
    KnownAnswer KnownAnswer)
{
    /// <summary>Query heads in a layer, of the size of a key's; null where <c>config.json</c> does not say. Only costs are counted by it.</summary>
    public int? AttentionHeads { get; init; }

    /// <summary>The model's file.</summary>
    public string ModelPath => System.IO.Path.Combine(Path, Descriptor.ModelFile);

    /// <summary>How a problem is put to the model.</summary>
    public TemplatePrompt Prompt => new(Tokenizer, Descriptor.PromptTemplate, Begin, Descriptor.Revision);

    /// <summary>Reads and checks the folder.</summary>
    /// <exception cref="ModelLoadException">With all faults that could be found.</exception>
    public static ModelFolder Read(string path)
    {
        var faults = new FaultList();
        var folder = Directory.Exists(path) ? new ModelFolderReader(path, faults).Read() : null;
        if (folder is null && faults.Count == 0)
        {
            faults.Add(path, $"a folder with a {ModelDescriptor.FileName}", "Check the path.");
        }

        faults.ThrowIfAny(path);
        return folder!; // Without faults there is a folder.
    }

    /// <summary>The same, for a model that must have <paramref name="role"/>.</summary>
    /// <exception cref="ModelLoadException">With all faults that could be found.</exception>
    public static ModelFolder Read(string path, ModelRole role) => Read(path).ThrowUnless(role);

    /// <summary>This folder, if its model has <paramref name="role"/>.</summary>
    /// <exception cref="ModelLoadException">It has another.</exception>
    public ModelFolder ThrowUnless(ModelRole role) => Descriptor.Card.Role == role
        ? this
        : throw new ModelLoadException(
            Path,
            [new ModelFault(ModelDescriptor.FileName, $"'role' to be {role}, not {Descriptor.Card.Role}", "Use another model here.")]);
}
