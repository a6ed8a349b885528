using System.Collections.Immutable;
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
internal sealed class PlainFolderReader(
    string path, Func<string, Action<string, string>, GraphFacts?> graphOf, ChatTemplateParser? parse, FaultList faults)
{
    private const string DefaultDelimiter = "\n\n";
    private const int DefaultContext = 4096;
    private readonly FactList _facts = new(path, faults);

    /// <summary>The folder, or null when faults were found.</summary>
    public ModelFolder? Read()
    {
        var tokens = JsonFile.Read(path, "tokenizer.json", faults);
        var tokenizer = tokens is null ? null : TokenizerFile.Read(tokens, faults);
        var modelFile = ModelFile();
        var graph = modelFile is null ? null : graphOf(Path.Combine(path, modelFile), (expected, remedy) => faults.Add(modelFile, expected, remedy));
        if (tokens is null || tokenizer is null || graph is null || Cache(graph) is not { } cache)
        {
            return null;
        }

        if (graph.Width < tokenizer.Size && graph.Output == "logits")
        {
            faults.Add(modelFile!, $"at least as many logits as the tokenizer has tokens, {tokenizer.Size}, not {graph.Width}", "Export both together.");
        }

        var weights = new WeightDigest(path, faults).Of([modelFile!, .. graph.DataFiles.Select(file => Path.Combine(Path.GetDirectoryName(modelFile!)!, file))]);
        var (ends, delimiter) = (Ends(tokenizer), _facts.Text("step delimiter", DefaultDelimiter, ("reckon.json", "step.delimiter")));
        var begin = new BeginMark(_facts, tokens, tokenizer).Find();
        var (chat, turns) = Chat();
        var template = chat is null
            ? _facts.Text("prompt", TemplatePrompt.Placeholder + "\n", (ModelDescriptor.FileName, "prompt.template"))
            : TemplatePrompt.Placeholder;
        CheckTemplate(template);
        return faults.Count > 0 ? null : new ModelFolder(
            path,
            new ModelDescriptor(Card(graph, weights), modelFile!, template, begin is not null, delimiter, [], cache, Scores: null)
            {
                Data = [.. graph.DataFiles.Select(file => new DataFile(file, weights))],
                Runs = graph.Runs,
                Tolerance = graph.Tolerance,
            },
            tokenizer,
            begin,
            tokenizer.TryGetId(delimiter, out var id) ? id : null,
            ends,
            KnownAnswer: null)
        {
            Chat = chat,
            Turns = turns,
            Facts = [.. _facts.All, .. GraphText(graph, cache, modelFile!)],
        };
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

        var size = _facts.Number("head size", ("genai_config.json", "model.decoder.head_size"), ("config.json", "head_dim"))
            ?? Quotient("config.json", "hidden_size", "num_attention_heads");
        if (size is > 0 and <= 1 << 14)
        {
            return graph.Cache with { HeadSize = (int)size };
        }

        faults.Add("config.json", "the head size, which the graph only names: 'head_dim', or 'hidden_size' and 'num_attention_heads'", "Add the file of the model.");
        return null;
    }

    private long? Quotient(string file, string whole, string parts) =>
        _facts.NumberAt(file, whole) is { } size && _facts.NumberAt(file, parts) is > 0 and var count ? size / count : null;

    private ImmutableArray<int> Ends(ITokenizer tokenizer)
    {
        var ids = new SortedSet<int>();
        foreach (var (file, key) in (ReadOnlySpan<(string, string)>)
            [("genai_config.json", "model.eos_token_id"), ("config.json", "eos_token_id"), ("config.json", "text_config.eos_token_id"), ("generation_config.json", "eos_token_id")])
        {
            int[] found = [.. IdsAt(file, key).Where(id => id >= 0 && id < tokenizer.Size)];
            ids.UnionWith(found);
            if (found.Length > 0)
            {
                _facts.Note("end marks", string.Join(", ", found), file);
            }
        }

        if (_facts.TokenAt("tokenizer_config.json", "eos_token") is { } mark && tokenizer.TryGetId(mark, out var end))
        {
            ids.Add(end);
            _facts.Note("end mark", $"{end} ({mark})", "tokenizer_config.json");
        }

        if (ids.Count == 0)
        {
            faults.Add("config.json", "'eos_token_id', a token of the tokenizer that ends a text, in this or another file", "Add the file of the model.");
        }

        return [.. ids];
    }

    private IEnumerable<int> IdsAt(string file, string key) => _facts.Find(file, key) switch
    {
        JsonArray ids => ids.Select(JsonFile.IntegerOf).OfType<int>(),
        var id => JsonFile.IntegerOf(id) is { } one ? [one] : [],
    };

    private ModelCard Card(GraphFacts graph, string sha256)
    {
        var named = _facts.Number("context", ("reckon.json", "contextTokens"));
        var most = new[]
        {
            _facts.NumberAt("genai_config.json", "model.context_length"), _facts.NumberAt("config.json", "max_position_embeddings"),
            _facts.NumberAt("config.json", "text_config.max_position_embeddings"), graph.RotaryTokens > 0 ? graph.RotaryTokens : null,
        }.Where(limit => limit > 0).Min() ?? DefaultContext;
        var context = Math.Clamp(named ?? DefaultContext, 1, most);
        if (named > most)
        {
            faults.Add(ModelDescriptor.FileName, $"'contextTokens' of at most {most}, which the model was made for", "Correct the number.");
        }

        if (named is null)
        {
            _facts.Note(
                "context", $"{context} tokens of {most}", most <= DefaultContext ? "the model" : "assumed: set contextTokens in reckon.json for more");
        }

        var role = _facts.Text("role", "proposer", ("reckon.json", "role")) == "verifier" ? ModelRole.Verifier : ModelRole.Proposer;
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
