using System.Text.Json.Nodes;
using Reckon.Inference.Judging;

namespace Reckon.Inference.Folders;

/// <summary>Finds how a server is asked for scores, and refuses what no server of its kind can answer.</summary>
internal sealed class ScoreRouteReader(FactList facts, FaultList faults)
{
    private const string Key = "remote.route";

    /// <summary>The route; any, with a fault, where there is none.</summary>
    public ScoreRoute Read(RemoteKind kind, VerifierLayout? layout)
    {
        var isLabelled = layout?.Head == HeadKind.TwoTokens;
        var named = facts.Find(ModelDescriptor.FileName, Key) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        var route = named switch
        {
            "pooling" => ScoreRoute.Pooling,
            "labels" => ScoreRoute.Labels,
            _ => isLabelled ? ScoreRoute.Labels : ScoreRoute.Pooling,
        };
        Require(named is null or "pooling" or "labels", $"'{Key}' to be pooling or labels", "Correct the field.");
        Require(
            kind != RemoteKind.LlamaServer, "a verifier on vllm or sglang: llama-server gives no scores of steps",
            "Serve the verifier with vLLM, or run it here from an ONNX export.");
        Require(
            isLabelled || route == ScoreRoute.Pooling, $"'{Key}' to be pooling: the layout {layout?.Name ?? LayoutReader.Delimited} has no labels",
            "Correct the field.");
        Require(
            kind != RemoteKind.Sglang || route == ScoreRoute.Labels, "a verifier of labels: SGLang gives no values of a head at each step",
            "Serve the verifier with vLLM, or run it here from an ONNX export.");
        facts.Note("scores", route == ScoreRoute.Pooling ? "values of the head" : "probabilities of labels", named is null ? "the layout" : ModelDescriptor.FileName);
        return route;
    }

    private void Require(bool holds, string expected, string remedy)
    {
        if (!holds)
        {
            faults.Add(ModelDescriptor.FileName, expected, remedy);
        }
    }
}
