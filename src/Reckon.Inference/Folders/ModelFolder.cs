using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Judging;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>A model on disk, checked: what its files say agrees, and the model's file is the one that was described.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Descriptor">What the model is.</param>
/// <param name="Tokenizer">The model's.</param>
/// <param name="Begin">The id of the mark before a prompt; null for none.</param>
/// <param name="Delimiter">The id of the token that is the step's delimiter; null where no token is.</param>
/// <param name="Ends">The ids that end a text.</param>
/// <param name="KnownAnswer">What the model must return; null where nobody computed it.</param>
public sealed record ModelFolder(
    string Path,
    ModelDescriptor Descriptor,
    ITokenizer Tokenizer,
    int? Begin,
    int? Delimiter,
    ImmutableArray<int> Ends,
    KnownAnswer? KnownAnswer)
{
    private const int ProbeTokens = 16;

    /// <summary>What was found out about the model, and where; empty where <c>reckon.json</c> says all.</summary>
    public ImmutableArray<FolderFact> Facts { get; init; } = [];

    /// <summary>A text to try the model on: the longest known answer, or any tokens.</summary>
    public ImmutableArray<int> ProbeText => KnownAnswer?.Longest ?? [.. Enumerable.Range(0, Tokenizer.Size)
        .Where(id => !Tokenizer.IsSpecial(id)).Where((_, at) => at % 7 == 3).Take(ProbeTokens)];

    /// <summary>The server that runs the model; null where it runs here.</summary>
    public RemoteEndpoint? Remote { get; init; }

    /// <summary>How a published verifier is asked; null for a proposer, or a verifier that its descriptor explains.</summary>
    public VerifierLayout? Layout { get; init; }

    /// <summary>Query heads in a layer, of the size of a key's; null where <c>config.json</c> does not say. Only costs are counted by it.</summary>
    public int? AttentionHeads { get; init; }

    /// <summary>The model's file.</summary>
    public string ModelPath => System.IO.Path.Combine(Path, Descriptor.ModelFile);

    /// <summary>How a problem is put to the model.</summary>
    public IPromptEncoder Prompt => Layout is not null ? new LayoutSteps(Tokenizer, Layout, Begin)
        : Chat is null
        ? new TemplatePrompt(Tokenizer, Descriptor.PromptTemplate, Begin, Descriptor.Revision, Turns)
        : new RememberingPrompt(new ChatPrompt(Tokenizer, Chat, Turns, Begin));

    /// <summary>The chat template that writes prompts; null where the descriptor's template does.</summary>
    public IChatTemplate? Chat { get; init; }

    /// <summary>What is said before a problem, and after an answer that is to be revised where a chat template writes prompts.</summary>
    public ChatTurns Turns { get; init; } = new();

    /// <summary>Reads and checks the folder.</summary>
    /// <exception cref="ModelLoadException">With all faults that could be found.</exception>
    public static ModelFolder Read(string path)
    {
        var faults = new FaultList();
        var folder = Directory.Exists(path) ? new ModelFolderReader(path, faults).Read() : null;
        if (folder is null && faults.Count == 0)
        {
            faults.Add(path, "a folder with a model", "Check the path.");
        }

        faults.ThrowIfAny(path);
        return folder!; // Without faults there is a folder.
    }

    /// <summary>Whether the folder has a descriptor that says all; a file without <c>format</c> says only what its owner wants to.</summary>
    public static bool IsDescribed(string path)
    {
        if (!File.Exists(System.IO.Path.Combine(path, ModelDescriptor.FileName)))
        {
            return false;
        }

        var descriptor = JsonFile.Read(path, ModelDescriptor.FileName, new FaultList());
        return descriptor is null || descriptor.Has("format"); // What is unreadable is said by the stricter reader.
    }

    /// <summary>Reads and checks a folder as an exporter wrote it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="graphOf">Reads the graph in a file; null when it gave the other the faults that it found, each with a remedy.</param>
    /// <param name="parse">Parses chat templates; null where they are not used.</param>
    /// <param name="manifest">The text, a JSON object, that is read in the place of <c>reckon.json</c>; null for that of the folder.</param>
    /// <exception cref="ModelLoadException">With all faults that could be found.</exception>
    public static ModelFolder ReadPlain(
        string path, Func<string, Action<string, string>, GraphFacts?> graphOf, ChatTemplateParser? parse = null, string? manifest = null)
    {
        var faults = new FaultList();
        ModelFolder? folder = null;
        try
        {
            folder = new PlainFolderReader(path, graphOf, parse, faults, manifest).Read();
        }
        catch (InvalidOperationException fault)
        {
            // The reader of JSON finds half a character only when the text is asked for.
            faults.Add(path, $"files whose texts are whole characters ({fault.Message})", "Export the model again.");
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
