using System.Globalization;
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
    private const int DefaultContext = 4096;
    private const int LargestHead = 1 << 14;
    private readonly FactList _facts = new(path, faults, manifest is null ? null : JsonNode.Parse(manifest)!.AsObject());

    /// <summary>The folder, or null when faults were found.</summary>
    public ModelFolder? Read()
    {
        new OwnerFile(_facts, faults).Check();
        var tokens = JsonFile.Read(path, "tokenizer.json", faults);
        var tokenizer = tokens is null ? null : TokenizerFile.Read(tokens, faults);
        var remote = new RemoteReader(_facts, faults);
        var found = remote.IsRemote ? Server(remote, tokenizer) : Model(tokenizer);
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
        var role = Role();
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

    private ModelRole Role() =>
        _facts.Text("role", "proposer", (ModelDescriptor.FileName, "role")) == "verifier" ? ModelRole.Verifier : ModelRole.Proposer;

    private PlainModel? Model(ITokenizer? tokenizer)
    {
        var file = ModelFile();
        var graph = file is null ? null : graphOf(Path.Combine(path, file), (expected, remedy) => faults.Add(file, expected, remedy));
        if (tokenizer is null || graph is null || Cache(graph) is not { } cache)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(file!)!;
        var weights = new WeightDigest(path, faults).Of([file!, .. graph.DataFiles.Select(data => Path.Combine(folder, data))]);
        var card = Card(graph, weights);
        var verifier = card.Role == ModelRole.Verifier ? new LayoutReader(_facts, faults, tokenizer).Read(graph) : null;
        if (card.Role == ModelRole.Proposer && graph.Width < tokenizer.Size)
        {
            faults.Add(file!, $"at least as many logits as the tokenizer has tokens, {tokenizer.Size}, not {graph.Width}", "Export both together.");
        }

        Note(graph, cache, file!);
        var scores = verifier is var (_, head) ? new ScoreShape("scores", State: null) { Head = head } : null;
        return new PlainModel(
            new ModelDescriptor(card, file!, "", false, "", [], cache, scores)
            {
                Data = [.. graph.DataFiles.Select(data => new DataFile(data, weights))],
                Runs = graph.Runs,
                Tolerance = graph.Tolerance,
            },
            verifier?.Layout,
            Remote: null);
    }

    private void Note(GraphFacts graph, CacheShape cache, string file)
    {
        foreach (var fact in GraphText(graph, cache, file))
        {
            _facts.Note(fact.Name, fact.Value, fact.Source);
        }
    }

    private static IEnumerable<FolderFact> GraphText(GraphFacts graph, CacheShape cache, string file) =>
    [
        new("parameters", graph.Parameters.ToString("N0", CultureInfo.InvariantCulture), file),
        new("attention", cache.Layout == CacheLayout.SharedBuffer ? "GroupQueryAttention over one buffer" : "past and present joined by Concat", file),
        new("cache", string.Create(
            CultureInfo.InvariantCulture,
            $"{cache.Layers} layers of {cache.Heads} heads of {cache.HeadSize}, {(cache.IsHalf ? "half" : "single")} precision: {cache.TokenBytes:N0} bytes a token"), file),
        new("logits", graph.Width.ToString(CultureInfo.InvariantCulture), file),
        new("lone rows", graph.Runs.PairsLoneRows ? "run beside another, for weights of few bits" : "run alone", file),
    ];

    private string? ModelFile()
    {
        var named = _facts.Find("genai_config.json", "model.decoder.filename") is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;
        foreach (var file in named is null ? (string[])["model.onnx", "onnx/model.onnx"] : [named])
        {
            if (!IsInside(file))
            {
                faults.Add("genai_config.json", $"a model file in this folder, not '{file}'", "Name a file next to the others.");
                return null;
            }

            if (File.Exists(Path.Combine(path, file)))
            {
                _facts.Note("model", file, named is null ? "the folder" : "genai_config.json");
                return file;
            }
        }

        faults.Add(named ?? "model.onnx", "a file of the model, in ONNX", "Export the model to ONNX into this folder, or check the path.");
        return null;
    }

    private static bool IsInside(string file) =>
        file.Length > 0 && !Path.IsPathRooted(file) && !file.Split('/', '\\').Contains("..") && !file.Contains('\0');

    private CacheShape? Cache(GraphFacts graph)
    {
        if (graph.Cache.HeadSize > 0)
        {
            return graph.Cache;
        }

        if (_facts.NumberAt("genai_config.json", "model.decoder.head_size") is { } said and not (>= 1 and <= LargestHead))
        {
            faults.Add("genai_config.json", $"'model.decoder.head_size' from 1 to {LargestHead}, not {said}", "Export the model again.");
            return null;
        }

        var size = _facts.Number("head size", ("genai_config.json", "model.decoder.head_size"), ("config.json", "head_dim"))
            ?? Quotient("config.json", "hidden_size", "num_attention_heads");
        if (size is > 0 and <= LargestHead)
        {
            return graph.Cache with { HeadSize = (int)size };
        }

        faults.Add("config.json", $"the head size, which the graph only names, from 1 to {LargestHead}: 'head_dim', or 'hidden_size' and 'num_attention_heads'", "Add the file of the model, or correct it.");
        return null;
    }

    private long? Quotient(string file, string whole, string parts) =>
        _facts.NumberAt(file, whole) is { } size && _facts.NumberAt(file, parts) is > 0 and var count ? size / count : null;

    private ModelCard Card(GraphFacts graph, string sha256)
    {
        var named = _facts.Number("context", ("reckon.json", "contextTokens"));
        var limits = new (long? Tokens, string Source)[]
        {
            (_facts.NumberAt("genai_config.json", "model.context_length"), "genai_config.json"),
            (_facts.NumberAt("config.json", "max_position_embeddings"), "config.json"),
            (_facts.NumberAt("config.json", "text_config.max_position_embeddings"), "config.json"),
            (graph.RotaryTokens > 0 ? graph.RotaryTokens : null, "the graph's rotary tables"),
            (OwnerFile.LongestContext, "assumed"),
        };
        var (limit, source) = limits.Where(limit => limit.Tokens > 0).MinBy(limit => limit.Tokens);
        var most = source == "assumed" ? DefaultContext : limit!.Value;
        var context = Math.Clamp(named ?? DefaultContext, 1, most);
        if (named > most)
        {
            faults.Add(ModelDescriptor.FileName, $"'contextTokens' of at most {most}, which the model was made for", "Correct the number.");
        }

        if (named is null)
        {
            _facts.Note(
                "context", $"{context} tokens of {most}", most <= DefaultContext ? source : $"assumed, of what {source} says: set contextTokens in reckon.json for more");
        }

        var role = Role();
        var name = _facts.Text("name", new DirectoryInfo(path).Name, ("reckon.json", "name"));
        return new ModelCard(name, _facts.Text("version", sha256[..8], ("reckon.json", "version")), sha256, graph.Parameters, (int)context, role)
        {
            Fingerprint = ModelFingerprint.Of(path, sha256),
        };
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
