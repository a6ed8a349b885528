using System.Globalization;
using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Folders;

/// <summary>Reads the graph of a folder as an exporter wrote it, and what other files have to say of it.</summary>
/// <param name="path">The folder.</param>
/// <param name="graphOf">Reads the graph in a file, and says what is wrong with it.</param>
/// <param name="facts">The folder's files; takes what was found in which.</param>
/// <param name="faults">Takes all faults.</param>
internal sealed class PlainModelReader(
    string path, Func<string, Action<string, string>, GraphFacts?> graphOf, FactList facts, FaultList faults)
{
    private const int DefaultContext = 4096;
    private const int LargestHead = 1 << 14;

    /// <summary>What the model does, by its folder; a proposer where nothing is said.</summary>
    public static ModelRole RoleIn(FactList facts) =>
        facts.Text("role", "proposer", (ModelDescriptor.FileName, "role")) == "verifier" ? ModelRole.Verifier : ModelRole.Proposer;

    /// <summary>The model, or null when faults were found.</summary>
    public PlainModel? Read(ITokenizer? tokenizer)
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
        var verifier = card.Role == ModelRole.Verifier ? new LayoutReader(facts, faults, tokenizer).Read(graph) : null;
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
            facts.Note(fact.Name, fact.Value, fact.Source);
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
        new("lone rows", graph.Runs.MindsLoneRows ? "run beside another, where weights of few bits give them other bits alone" : "run alone", file),
    ];

    private string? ModelFile()
    {
        var named = facts.Find("genai_config.json", "model.decoder.filename") is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;
        foreach (var file in named is null ? (string[])["model.onnx", "onnx/model.onnx"] : [named])
        {
            if (!IsInside(file))
            {
                faults.Add("genai_config.json", $"a model file in this folder, not '{file}'", "Name a file next to the others.");
                return null;
            }

            if (File.Exists(Path.Combine(path, file)))
            {
                facts.Note("model", file, named is null ? "the folder" : "genai_config.json");
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

        if (facts.NumberAt("genai_config.json", "model.decoder.head_size") is { } said and not (>= 1 and <= LargestHead))
        {
            faults.Add("genai_config.json", $"'model.decoder.head_size' from 1 to {LargestHead}, not {said}", "Export the model again.");
            return null;
        }

        var size = facts.Number("head size", ("genai_config.json", "model.decoder.head_size"), ("config.json", "head_dim"))
            ?? Quotient("config.json", "hidden_size", "num_attention_heads");
        if (size is > 0 and <= LargestHead)
        {
            return graph.Cache with { HeadSize = (int)size };
        }

        faults.Add("config.json", $"the head size, which the graph only names, from 1 to {LargestHead}: 'head_dim', or 'hidden_size' and 'num_attention_heads'", "Add the file of the model, or correct it.");
        return null;
    }

    private long? Quotient(string file, string whole, string parts) =>
        facts.NumberAt(file, whole) is { } size && facts.NumberAt(file, parts) is > 0 and var count ? size / count : null;

    private ModelCard Card(GraphFacts graph, string sha256)
    {
        var named = facts.Number("context", (ModelDescriptor.FileName, "contextTokens"));
        var limits = new (long? Tokens, string Source)[]
        {
            (facts.NumberAt("genai_config.json", "model.context_length"), "genai_config.json"),
            (facts.NumberAt("config.json", "max_position_embeddings"), "config.json"),
            (facts.NumberAt("config.json", "text_config.max_position_embeddings"), "config.json"),
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
            facts.Note(
                "context", $"{context} tokens of {most}", most <= DefaultContext ? source : $"assumed, of what {source} says: set contextTokens in reckon.json for more");
        }

        var role = RoleIn(facts);
        var name = facts.Text("name", new DirectoryInfo(path).Name, (ModelDescriptor.FileName, "name"));
        return new ModelCard(name, facts.Text("version", sha256[..8], (ModelDescriptor.FileName, "version")), sha256, graph.Parameters, (int)context, role)
        {
            Fingerprint = ModelFingerprint.Of(path, sha256),
        };
    }
}
