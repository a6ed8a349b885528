using Microsoft.ML.OnnxRuntime;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Graphs;

namespace Reckon.Inference.Onnx.Sessions;

/// <summary>Compares a session's inputs and outputs with what the descriptor says of them.</summary>
internal sealed class SessionContract(InferenceSession session, ModelFolder folder, HeadShape? head = null)
{
    private const int Free = -1; // A size that varies from run to run.
    private readonly List<ModelFault> _faults = [];

    /// <summary>Returns the width of the logits; 0 for a verifier.</summary>
    /// <exception cref="ModelLoadException">With all that differs.</exception>
    public int Check()
    {
        var (descriptor, cache) = (folder.Descriptor, folder.Descriptor.Cache);
        Expect<long>(session.InputMetadata, "input_ids", Free, Free);
        Expect<long>(session.InputMetadata, "attention_mask", Free, Free);
        for (var layer = 0; layer < cache.Layers; layer++)
        {
            foreach (var part in (ReadOnlySpan<string>)["key", "value"])
            {
                ExpectCache(session.InputMetadata, $"past_key_values.{layer}.{part}", cache);
                ExpectCache(session.OutputMetadata, $"present.{layer}.{part}", cache);
            }
        }

        if (descriptor.Runs.HasPositions)
        {
            Expect<long>(session.InputMetadata, "position_ids", Free, Free);
        }

        var others = (descriptor.Runs.HasPositions ? 1 : 0) + (descriptor.Runs.CountsLogits ? 1 : 0);
        RefuseOthers(2 + others + (2 * cache.Layers) + (descriptor.Scores?.State is null ? 0 : 1) + (head?.InputNames.Length ?? 0));
        var logits = descriptor.Scores is { } scores ? CheckScores(scores) : CheckLogits();
        return _faults.Count == 0 ? logits : throw new ModelLoadException(folder.Path, [.. _faults]);
    }

    private void ExpectCache(IReadOnlyDictionary<string, NodeMetadata> nodes, string name, CacheShape cache)
    {
        if (cache.IsHalf)
        {
            Expect<Float16>(nodes, name, Free, cache.Heads, Free, cache.HeadSize);
        }
        else
        {
            Expect<float>(nodes, name, Free, cache.Heads, Free, cache.HeadSize);
        }
    }

    private int CheckScores(ScoreShape scores)
    {
        Expect<float>(session.OutputMetadata, scores.Output, Free, Free);
        if (scores.State is { } state)
        {
            Expect<float>(session.InputMetadata, state.Input, Free, state.Size);
            Expect<float>(session.OutputMetadata, state.Output, Free, state.Size);
        }

        return 0;
    }

    private int CheckLogits()
    {
        Expect<float>(session.OutputMetadata, HeadShape.Logits, head is null ? [Free, Free, Free] : [Free, head.Width]);
        var width = session.OutputMetadata.TryGetValue(HeadShape.Logits, out var found) ? found.Dimensions[^1] : 0;
        if (width < folder.Tokenizer.Size)
        {
            Fault($"'{HeadShape.Logits}' with a fixed last dimension of at least the tokenizer's {folder.Tokenizer.Size}, not {width}");
        }

        return width;
    }

    private void Expect<T>(IReadOnlyDictionary<string, NodeMetadata> nodes, string name, params ReadOnlySpan<int> shape)
    {
        if (!nodes.TryGetValue(name, out var node))
        {
            Fault($"an input or output '{name}'");
            return;
        }

        var agrees = node.ElementType == typeof(T) && node.Dimensions.Length == shape.Length;
        for (var i = 0; agrees && i < shape.Length; i++)
        {
            agrees = shape[i] == Free || node.Dimensions[i] == Free || node.Dimensions[i] == shape[i];
        }

        if (!agrees)
        {
            var (expected, found) = (string.Join(", ", shape.ToArray()), string.Join(", ", node.Dimensions));
            Fault($"'{name}' to be {typeof(T).Name}[{expected}], not {node.ElementType.Name}[{found}]");
        }
    }

    private void RefuseOthers(int known)
    {
        if (session.InputMetadata.Count > known)
        {
            Fault($"{known} inputs, not {string.Join(", ", session.InputMetadata.Keys)}");
        }
    }

    private void Fault(string expected) => _faults.Add(new ModelFault(
        folder.Descriptor.ModelFile, expected, "Correct the descriptor, or export the model in the layout it names."));
}
