using System.Text.Json;
using System.Text.Json.Nodes;
using Reckon.Testing.Tokens;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>A folder with a tiny model as users have them: written by an exporter, without anything of Reckon's.</summary>
internal sealed class TinyFolder : IDisposable
{
    /// <summary>The exports, by name.</summary>
    public static readonly string[] Exports = ["genai-fp32", "genai-fp16", "genai-int4", "genai-int4-fp32", "optimum"];

    private readonly Action<GraphWriter, string>? _head;
    private const int Padding = 30; // More logits than tokens, as real models have.

    /// <param name="export">Who wrote it.</param>
    /// <param name="tokenizer">The kind of its tokenizer.</param>
    /// <param name="added">Further tokens, marks where they are spelled like one.</param>
    /// <param name="shape">Its sizes, but for the vocabulary; null for the smallest.</param>
    /// <param name="head">What makes an output of the last hidden state; null for logits. Only of optimum's.</param>
    public TinyFolder(
        string export, string tokenizer = "qwen", IEnumerable<string>? added = null, Action<GraphWriter, string>? head = null,
        TinyShape? shape = null)
    {
        Tokenizer = JsonNode.Parse(TinyTokenizers.Of(tokenizer))!;
        (Export, _head) = (export, head);
        foreach (var content in added ?? [])
        {
            Add(content);
        }

        var tokens = Tokenizer["model"]!["vocab"]!.AsObject().Count + Tokenizer["added_tokens"]!.AsArray().Count;
        Shape = (shape ?? new TinyShape(0)) with { Vocabulary = (tokens + Padding) / 32 * 32 };
        Weights = new TinyWeights(Shape);
        Path = Directory.CreateTempSubdirectory($"reckon-{export}-").FullName;
        Write();
    }

    public string Export { get; }

    public string Path { get; }

    public TinyShape Shape { get; }

    public TinyWeights Weights { get; }

    public JsonNode Tokenizer { get; }

    /// <summary>What the export has made of the weights.</summary>
    public TinyWeights Meant => AccuracyLevel is not null ? Rounded() : Weights;

    private int? AccuracyLevel => Export switch
    {
        "genai-int4" => 4, // What the builder writes.
        "genai-int4-fp32" => 1,
        _ => null,
    };

    public string In(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Puts JSON at a place, keys joined by dots.</summary>
    public void Set(string file, string place, string json)
    {
        var root = JsonNode.Parse(File.ReadAllText(In(file)))!;
        var keys = place.Split('.');
        keys[..^1].Aggregate(root, (node, key) => node[key]!)[keys[^1]] = JsonNode.Parse(json);
        File.WriteAllText(In(file), root.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Add(string content)
    {
        var tokens = Tokenizer["added_tokens"]!.AsArray();
        var id = tokens.Max(token => token!["id"]!.GetValue<int>()) + 1;
        tokens.Add(new JsonObject
        {
            ["id"] = id,
            ["content"] = content,
            ["single_word"] = false,
            ["lstrip"] = false,
            ["rstrip"] = false,
            ["normalized"] = false,
            ["special"] = content.StartsWith('<'),
        });
    }

    private int Mark(string content) => Tokenizer["added_tokens"]!.AsArray().First(token => token!["content"]!.GetValue<string>() == content)!["id"]!.GetValue<int>();

    private void Write()
    {
        var isBuilder = Export.StartsWith("genai", StringComparison.Ordinal);
        var graph = isBuilder
            ? new BuilderGraph(Shape, Export.EndsWith("fp16", StringComparison.Ordinal), AccuracyLevel).Write(Weights)
            : new ConcatGraph(Shape).Write(Weights, _head);
        graph.Save(Path, isBuilder ? "model.onnx.data" : "model.onnx_data", isBuilder ? 21 : 17, isBuilder ? 64 : 1024);
        File.WriteAllText(In("tokenizer.json"), Tokenizer.ToJsonString());
        var isCharacters = Tokenizer["model"]!["byte_fallback"]!.GetValue<bool>();
        var (end, pad) = isCharacters ? ("</s>", "<unk>") : ("<|im_end|>", "<|endoftext|>");
        Put("tokenizer_config.json", new { bos_token = isCharacters ? "<s>" : null, add_bos_token = isCharacters, eos_token = end });
        Put("config.json", new
        {
            model_type = "llama",
            vocab_size = Shape.Vocabulary,
            hidden_size = Shape.Width,
            num_attention_heads = Shape.Heads,
            max_position_embeddings = Shape.Context,
            bos_token_id = (int?)null,
            eos_token_id = Mark(end),
        });
        Put("generation_config.json", new { do_sample = true, eos_token_id = new[] { Mark(end), Mark(pad) } });
        if (isBuilder)
        {
            Put("genai_config.json", new
            {
                model = new
                {
                    context_length = Shape.Context,
                    eos_token_id = new[] { Mark(end), Mark(pad) },
                    decoder = new { filename = "model.onnx", head_size = Shape.HeadSize },
                },
            });
        }
    }

    private void Put(string file, object contents) => File.WriteAllText(In(file), JsonSerializer.Serialize(contents));

    private TinyWeights Rounded() => Weights.With(FourBits.Rounded);
}
