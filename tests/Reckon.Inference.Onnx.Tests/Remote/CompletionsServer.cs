using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Randomness;

namespace Reckon.Inference.Onnx.Tests.Remote;

/// <summary>
/// A server with vLLM's <c>/v1/completions</c> over a model of ours. It draws by the seed of a request as our engines draw by the key of a
/// child, so what it writes can be compared with them, bit for bit.
/// </summary>
internal sealed class CompletionsServer : JsonServer
{
    private readonly ModelFolder _files;
    private readonly OnnxModel _model;
    private readonly TokenRules _rules;
    private readonly TokenSampler _sampler;
    private readonly Lock _lock = new();
    private readonly List<ImmutableArray<int>> _prompts = [];

    public CompletionsServer(string folder)
    {
        _files = ModelFolder.Read(folder);
        _model = InferenceEngines.OpenModel(_files, slots: 1, new OnnxExecutionOptions());
        _rules = TokenRules.Of(_files.Tokenizer, _files.Descriptor.StepDelimiter, _files.Ends);
        _sampler = new TokenSampler(_rules.Candidates);
    }

    protected override JsonObject AnswerTo(string path, JsonNode body) => Complete(body);

    protected override void Close()
    {
        lock (_lock)
        {
            _model.Dispose();
        }
    }

    private JsonObject Complete(JsonNode body)
    {
        var stops = body["stop"]!.AsArray().Select(stop => stop!.GetValue<string>()).ToArray();
        var most = body["max_tokens"]!.GetValue<int>();
        var sampling = new Sampling(
            body["temperature"]!.GetValue<double>(), most, most, body["top_k"]!.GetValue<int>(), body["top_p"]!.GetValue<double>(),
            body["min_p"]!.GetValue<double>(), body["repetition_penalty"]!.GetValue<double>(), body["presence_penalty"]!.GetValue<double>(),
            body["frequency_penalty"]!.GetValue<double>(), [.. stops.Where(stop => stop != _rules.Delimiter)]);
        var extent = stops.Contains(_rules.Delimiter) ? Extent.Step : Extent.Answer;
        ImmutableArray<int> prompt = [.. body["prompt"]!.AsArray().Select(id => id!.GetValue<int>())];
        var key = new RandomKey((ulong)body["seed"]!.GetValue<long>());
        Proposal proposal;
        var logs = new List<double>();
        lock (_lock)
        {
            proposal = Write(prompt, new ContinuationLimits(extent, sampling, most), key, logs);
        }

        int[] tokens = [.. proposal.Steps.SelectMany(step => step.Tokens)];
        return new JsonObject
        {
            ["choices"] = new JsonArray(new JsonObject
            {
                ["index"] = 0,
                ["text"] = _files.Tokenizer.Decode(tokens),
                ["finish_reason"] = proposal.Ending == Ending.Truncated ? "length" : "stop",
                ["token_ids"] = new JsonArray([.. tokens.Select(id => (JsonNode)id)]),
                ["logprobs"] = new JsonObject { ["token_logprobs"] = new JsonArray([.. logs.Select(log => (JsonNode)log)]) },
            }),
            ["usage"] = new JsonObject { ["prompt_tokens"] = prompt.Length, ["completion_tokens"] = tokens.Length },
        };
    }

    // What was written before is read as it was then, token by token, so that all bits are the same.
    private Proposal Write(ImmutableArray<int> ids, ContinuationLimits limits, RandomKey key, List<double> logs)
    {
        var prompt = _prompts.Where(known => ids.AsSpan().StartsWith(known.AsSpan())).OrderByDescending(known => known.Length).FirstOrDefault();
        if (prompt.IsDefault)
        {
            _prompts.Add(prompt = ids);
        }

        var path = PathTokens.MatterTo(limits.Sampling) ? PathTokens.Of(prompt.AsSpan(), ids.AsSpan()[prompt.Length..]) : null;
        var stops = limits.Sampling.Stop.IsEmpty ? null : new StopDetector(limits.Sampling.Stop, []);
        var text = new Continuation(_files.Tokenizer, _rules, limits, [new Sibling(0, key)], path, stops);
        var logits = _model.Prefill(0, prompt.AsSpan());
        foreach (var id in ids.AsSpan()[prompt.Length..])
        {
            logits = _model.Decode(new[] { id });
        }

        while (true)
        {
            var token = _sampler.Sample(logits, limits.Sampling, path, text.UniformOf(text.Siblings[0]), []);
            logs.Add(token.LogProbability);
            if (text.Accept(token))
            {
                return text.ToProposal();
            }

            logits = _model.Decode(new[] { token.Id });
        }
    }
}
