using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;

namespace Reckon.Inference.Onnx.Tests.Remote;

/// <summary>
/// A server with vLLM's <c>/pooling</c> and <c>/generative_scoring</c> and SGLang's <c>/v1/score</c> over a verifier of ours. It reads step by
/// step as our engine does, so that scores can be compared bit by bit.
/// </summary>
internal sealed class ScoresServer : JsonServer
{
    private readonly OnnxVerifierModel _model;
    private readonly HeadKind? _head;
    private readonly int? _marker;
    private readonly HashSet<int> _cuts;
    private readonly Lock _lock = new();

    public ScoresServer(string folder)
    {
        var files = OnnxFolders.Read(folder);
        _model = InferenceEngines.OpenVerifierModel(files, slots: 1, new OnnxExecutionOptions());
        _head = files.Layout?.Head;
        _marker = files.Layout is { HasMarker: true } layout ? files.Tokenizer.EncodeMarked(layout.After, goesOn: true)[0] : null;
        _cuts = [.. files.Ends];
        if (files.Delimiter is { } delimiter)
        {
            _cuts.Add(delimiter);
        }
    }

    /// <summary>Whether it gives values only at markers, as vLLM does that was started with STEP.</summary>
    public bool IsByStep { get; set; }

    protected override JsonObject AnswerTo(string path, JsonNode body)
    {
        lock (_lock)
        {
            return path switch
            {
                "/pooling" => Pool(Ids(body["input"]!)),
                "/generative_scoring" => Label(body, (score, i) => new JsonObject { ["index"] = i, ["object"] = "score", ["score"] = score }, "data"),
                "/v1/score" => Label(body, (score, _) => new JsonArray(score, 1 - score), "scores"),
                _ => throw new InvalidOperationException($"There is no {path}."),
            };
        }
    }

    protected override void Close()
    {
        lock (_lock)
        {
            _model.Dispose();
        }
    }

    private JsonObject Pool(ImmutableArray<int> ids)
    {
        var rows = Scores(ids).Zip(ids).Where(at => !IsByStep || at.Second == _marker).Select(at => (JsonNode)new JsonArray([.. Values(at.First)]));
        return new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray(new JsonObject { ["index"] = 0, ["object"] = "pooling", ["data"] = new JsonArray([.. rows]) }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = ids.Length },
        };
    }

    private JsonObject Label(JsonNode body, Func<double, int, JsonNode> form, string list)
    {
        var query = Ids(body["query"]!);
        var scores = body["items"]!.AsArray().Select((item, i) => form(Scores(query.AddRange(Ids(item!)))[^1], i));
        return new JsonObject { [list] = new JsonArray([.. scores]) };
    }

    private IEnumerable<JsonNode> Values(double score) => _head switch
    {
        HeadKind.Scalar => [Math.Log(score / (1 - score))],
        HeadKind.Classes => [1 - score, score],
        HeadKind.TwoTokens => [score, 1 - score],
        _ => [score],
    };

    private double[] Scores(ImmutableArray<int> ids)
    {
        _model.Clear(0);
        var scores = new List<double>();
        var start = 0;
        for (var end = 1; end <= ids.Length; end++)
        {
            if (end == ids.Length || (_cuts.Contains(ids[end - 1]) && end > 1))
            {
                foreach (var score in _model.Extend(0, ids.AsSpan()[start..end]))
                {
                    scores.Add(score);
                }

                start = end;
            }
        }

        return [.. scores];
    }

    private static ImmutableArray<int> Ids(JsonNode node) => [.. node.AsArray().Select(id => id!.GetValue<int>())];
}
