using System.Runtime.InteropServices;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;

namespace Reckon.LlamaCheck;

/// <summary>The shipped proposer as a GGUF file: the same weights, for llama.cpp.</summary>
internal sealed class ShippedGguf
{
    private const int Inner = 176;
    private const int Heads = 4;
    private const float Epsilon = 1e-5f;
    private readonly ModelFolder _files;
    private readonly Dictionary<string, (int[] Shape, float[] Values)> _weights;
    private readonly CacheShape _cache;
    private readonly int _width;

    private ShippedGguf(ModelFolder files)
    {
        _files = files;
        _cache = files.Descriptor.Cache;
        _weights = GraphReader.Parse(files.ModelPath)!.Initializer.Where(one => one.DataType == 1).ToDictionary(
            one => one.Name,
            one => ((int[])[.. one.Dims.Select(size => (int)size)], MemoryMarshal.Cast<byte, float>(one.RawData.Span).ToArray()));
        _width = _weights["embedding"].Shape[1];
    }

    /// <summary>Writes the model in <paramref name="files"/> to <paramref name="path"/>.</summary>
    public static void Write(ModelFolder files, string path) => new ShippedGguf(files).Write(path);

    private void Write(string path)
    {
        var file = new GgufFile();
        Describe(file);
        Spell(file);
        var embedding = _weights["embedding"];
        file.Add("token_embd.weight", embedding.Values, embedding.Shape);
        for (var layer = 0; layer < _cache.Layers; layer++)
        {
            Add(file, layer);
        }

        file.Add("output_norm.weight", _weights[$"layers.{_cache.Layers - 1}.next_norm"].Values, _width);
        Add(file, "output", Columns("head", 0, _weights["head"].Shape[1]));
        file.Write(path);
    }

    private void Describe(GgufFile file)
    {
        file.Add("general.architecture", "llama");
        file.Add("general.name", _files.Descriptor.Card.Name);
        file.Add("llama.context_length", (uint)_files.Descriptor.Card.ContextTokens);
        file.Add("llama.embedding_length", (uint)_width);
        file.Add("llama.block_count", (uint)_cache.Layers);
        file.Add("llama.feed_forward_length", Inner);
        file.Add("llama.attention.head_count", Heads);
        file.Add("llama.attention.head_count_kv", (uint)_cache.Heads);
        file.Add("llama.attention.layer_norm_rms_epsilon", Epsilon);
        file.Add("llama.rope.freq_base", 10_000f);
        file.Add("llama.rope.dimension_count", (uint)_cache.HeadSize);
        file.Add("llama.vocab_size", (uint)_files.Tokenizer.Size);
    }

    // Only ids are sent and read, so how the tokens are spelled does not matter; llama.cpp wants some spelling.
    private void Spell(GgufFile file)
    {
        var size = _files.Tokenizer.Size;
        file.Add("tokenizer.ggml.model", "gpt2");
        file.Add("tokenizer.ggml.pre", "gpt-2");
        file.Add("tokenizer.ggml.tokens", [.. Enumerable.Range(0, size).Select(id => $"token{id}")]);
        file.Add("tokenizer.ggml.token_type", [.. Enumerable.Range(0, size).Select(id => _files.Tokenizer.IsSpecial(id) ? 3 : 1)]);
        file.Add("tokenizer.ggml.merges", (string[])["t o"]);
        file.Add("tokenizer.ggml.bos_token_id", (uint)_files.Begin!.Value);
        file.Add("tokenizer.ggml.eos_token_id", (uint)_files.Ends[0]);
        file.Add("tokenizer.ggml.add_bos_token", false);
    }

    private void Add(GgufFile file, int layer)
    {
        var (queries, keys) = (Heads * _cache.HeadSize, _cache.Heads * _cache.HeadSize);
        var (name, from) = ($"blk.{layer}.", $"layers.{layer}.");
        file.Add(name + "attn_norm.weight", _weights[layer == 0 ? from + "attention_norm" : $"layers.{layer - 1}.next_norm"].Values, _width);
        Add(file, name + "attn_q", Turned(Columns(from + "qkv", 0, queries)));
        Add(file, name + "attn_k", Turned(Columns(from + "qkv", queries, keys)));
        Add(file, name + "attn_v", Columns(from + "qkv", queries + keys, keys));
        Add(file, name + "attn_output", Columns(from + "output", 0, _width));
        file.Add(name + "ffn_norm.weight", _weights[from + "mlp_norm"].Values, _width);
        Add(file, name + "ffn_gate", Columns(from + "gate_up", 0, Inner));
        Add(file, name + "ffn_up", Columns(from + "gate_up", Inner, Inner));
        Add(file, name + "ffn_down", Columns(from + "down", 0, _width));
    }

    private static void Add(GgufFile file, string name, float[][] rows) =>
        file.Add(name + ".weight", [.. rows.SelectMany(row => row)], rows.Length, rows[0].Length);

    // llama.cpp keeps a row for each output.
    private float[][] Columns(string name, int first, int count)
    {
        var (shape, values) = _weights[name];
        return [.. Enumerable.Range(first, count).Select(column => Enumerable.Range(0, shape[0]).Select(row => values[(row * shape[1]) + column]).ToArray())];
    }

    // It turns neighbours where ONNX Runtime turns halves of a head.
    private float[][] Turned(float[][] rows)
    {
        var half = _cache.HeadSize / 2;
        return
        [
            .. from head in Enumerable.Range(0, rows.Length / _cache.HeadSize)
               from pair in Enumerable.Range(0, half)
               from part in (int[])[0, 1]
               select rows[(head * _cache.HeadSize) + (part * half) + pair],
        ];
    }
}
