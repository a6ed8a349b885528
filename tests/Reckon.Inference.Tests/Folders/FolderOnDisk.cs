using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Reckon.Inference.Tests.Folders;

/// <summary>A model's folder as it should be, to be spoilt by a test. Its model file is no model.</summary>
internal sealed class FolderOnDisk : IDisposable
{
    private const string Mark = """{ "id": ID, "content": "NAME", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true }""";

    public FolderOnDisk()
    {
        Path = Directory.CreateTempSubdirectory("reckon-model-").FullName;
        byte[] model = [1, 2, 3];
        File.WriteAllBytes(In("model.onnx"), model);
        Write("reckon.json", $$"""
            {
              "format": 1, "name": "tiny", "version": "2", "role": "proposer", "model": "model.onnx",
              "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(model))}}", "parameters": 10, "contextTokens": 64,
              "prompt": { "template": "{problem}\n", "addBos": true }, "step": { "delimiter": "\n" }, "endOfText": ["</s>"],
              "kv": { "layout": "shared-buffer", "layers": 1, "heads": 1, "headSize": 8 }
            }
            """);
        Write("config.json", """{ "vocab_size": 10, "max_position_embeddings": 64, "bos_token_id": 1, "eos_token_id": 2 }""");
        Write("generation_config.json", """{ "eos_token_id": [2] }""");
        Write("known-answer.json", """{ "tolerance": 0.001, "texts": [ { "ids": [1, 5, 6, 5, 4], "logits": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] } ] }""");
        var marks = new[] { "<pad>", "<s>", "</s>", "<unk>" }.Select((name, id) => Mark.Replace("ID", $"{id}").Replace("NAME", name));
        Write("tokenizer.json", $$"""
            {
              "version": "1.0", "truncation": null, "padding": null, "added_tokens": [{{string.Join(',', marks)}}], "normalizer": null,
              "pre_tokenizer": { "type": "Split", "pattern": { "Regex": "#### | ?[A-Za-z]+|[\\s\\S]" }, "behavior": "Isolated", "invert": false },
              "post_processor": { "type": "TemplateProcessing", "single": [], "pair": [], "special_tokens": {} },
              "decoder": { "type": "Fuse" },
              "model": { "type": "WordLevel", "vocab": { "<pad>": 0, "<s>": 1, "</s>": 2, "<unk>": 3, "\n": 4, "1": 5, " is": 6, "#### ": 7, "#": 8, "x": 9 }, "unk_token": "<unk>" }
            }
            """);
    }

    public string Path { get; }

    public string In(string file) => System.IO.Path.Combine(Path, file);

    public void Write(string file, string text) => File.WriteAllText(In(file), text);

    /// <summary>Puts <paramref name="json"/> at a place, keys joined by dots.</summary>
    public void Set(string file, string place, string json)
    {
        var root = JsonNode.Parse(File.ReadAllText(In(file)))!;
        var keys = place.Split('.');
        var parent = keys[..^1].Aggregate(root, (node, key) => node[key]!);
        parent[keys[^1]] = JsonNode.Parse(json);
        Write(file, root.ToJsonString());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
