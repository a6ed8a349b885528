using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>
/// Reads a model's folder as an exporter wrote it. Each fact is taken from the first file that has it: <c>reckon.json</c>, which may hold
/// as little as its owner wants to say, <c>genai_config.json</c>, <c>config.json</c>, <c>generation_config.json</c>,
/// <c>tokenizer_config.json</c>, and the graph.
/// </summary>
/// <param name="path">The folder.</param>
/// <param name="graphOf">Reads the graph in a file, and says what is wrong with it.</param>
/// <param name="parse">Parses chat templates; null where they are not used.</param>
/// <param name="faults">Takes all faults.</param>
/// <param name="manifest">The text that is read in the place of <c>reckon.json</c>; null for that of the folder.</param>
internal sealed class PlainFolderReader(
    string path, Func<string, Action<string, string>, GraphFacts?> graphOf, ChatTemplateParser? parse, FaultList faults, string? manifest)
{
    private const string DefaultDelimiter = "\n\n";
    private readonly FactList _facts = new(path, faults, manifest is null ? null : JsonNode.Parse(manifest)!.AsObject());

    /// <summary>The folder, or null when faults were found.</summary>
    public ModelFolder? Read()
    {
        new OwnerFile(_facts, faults).Check();
        var tokens = JsonFile.Read(path, "tokenizer.json", faults);
        var tokenizer = tokens is null ? null : TokenizerFile.Read(tokens, faults);
        var remote = new RemoteReader(_facts, faults);
        var found = remote.IsRemote ? Server(remote, tokenizer) : new PlainModelReader(path, graphOf, _facts, faults).Read(tokenizer);
        if (tokens is null || tokenizer is null || found is not { } model)
        {
            return null;
        }

        var ends = new EndMarks(_facts, faults, tokenizer).Find();
        var delimiter = _facts.Text("step delimiter", DefaultDelimiter, (ModelDescriptor.FileName, "step.delimiter"));
        var begin = new BeginMark(_facts, tokens, tokenizer).Find();
        var (chat, turns) = Chat();
        var template = chat is null
            ? _facts.Text("prompt", TemplatePrompt.Placeholder + "\n", (ModelDescriptor.FileName, "prompt.template"))
            : TemplatePrompt.Placeholder;
        CheckTemplate(template);
        return faults.Count > 0 ? null : new ModelFolder(
            path,
            model.Descriptor with { PromptTemplate = template, HasBeginMark = begin is not null, StepDelimiter = delimiter },
            tokenizer,
            begin,
            tokenizer.TryGetId(delimiter, out var id) ? id : null,
            ends,
            KnownAnswer: null)
        {
            Remote = model.Remote,
            Layout = model.Layout,
            Chat = chat,
            Turns = turns,
            Facts = [.. _facts.All],
        };
    }

    private PlainModel? Server(RemoteReader remote, ITokenizer? tokenizer)
    {
        var endpoint = remote.Endpoint();
        var role = PlainModelReader.RoleIn(_facts);
        var name = _facts.Text("name", new DirectoryInfo(path).Name, (ModelDescriptor.FileName, "name"));
        var card = remote.Card(name, ModelFingerprint.Of(path, "", manifest), role);
        var descriptor = new ModelDescriptor(card, "", "", false, "", [], new CacheShape(0, 0, 0), Scores: null);
        if (role == ModelRole.Proposer || endpoint is null || tokenizer is null)
        {
            return new PlainModel(descriptor, Layout: null, endpoint);
        }

        var delimiter = _facts.TokenAt(ModelDescriptor.FileName, "step.delimiter") ?? DefaultDelimiter;
        return new LayoutReader(_facts, faults, tokenizer).ReadRemote(endpoint.Kind, delimiter) is var (layout, scores)
            ? new PlainModel(descriptor, layout, endpoint with { Scores = scores })
            : null;
    }

    // The owner's own template wins.
    private (IChatTemplate? Chat, ChatTurns Turns) Chat()
    {
        var reader = new ChatReader(path, _facts, faults);
        var turns = reader.Turns();
        var isOwn = _facts.Find(ModelDescriptor.FileName, "prompt.template") is not null;
        return (isOwn || parse is null ? null : reader.Read(parse, turns), turns);
    }

    private void CheckTemplate(string template)
    {
        if (template.Split(TemplatePrompt.Placeholder).Length != 2)
        {
            faults.Add(ModelDescriptor.FileName, $"'prompt.template' that holds {TemplatePrompt.Placeholder} once", "Correct the template.");
        }
    }
}
