using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Tests.Remote;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Randomness;

namespace Reckon.LlamaCheck;

/// <summary>A server with the form of llama-server's <c>/completion</c> over llama.cpp itself: an engine with numerics of its own.</summary>
internal sealed class LlamaServer(ModelFolder files, LlamaModel model) : JsonServer
{
    private readonly TokenRules _rules = TokenRules.Of(files.Tokenizer, files.Descriptor.StepDelimiter, files.Ends);
    private readonly Lock _lock = new();

    protected override JsonObject AnswerTo(string path, JsonNode body)
    {
        if (path != "/completion")
        {
            throw new InvalidOperationException($"There is no {path}.");
        }

        lock (_lock)
        {
            return Complete(body);
        }
    }

    protected override void Close()
    {
        // The model is somebody else's.
    }

    private JsonObject Complete(JsonNode body)
    {
        var most = body["n_predict"]!.GetValue<int>();
        var sampling = new Sampling(
            body["temperature"]!.GetValue<double>(), most, most, body["top_k"]!.GetValue<int>(), body["top_p"]!.GetValue<double>(),
            body["min_p"]!.GetValue<double>(), body["repeat_penalty"]!.GetValue<double>(), body["presence_penalty"]!.GetValue<double>(),
            body["frequency_penalty"]!.GetValue<double>(), [.. body["stop"]!.AsArray().Select(stop => stop!.GetValue<string>())]);
        ImmutableArray<int> prompt = [.. body["prompt"]!.AsArray().Select(id => id!.GetValue<int>())];
        var proposal = Write(prompt, new ContinuationLimits(Extent.Answer, sampling, most), new RandomKey(body["seed"]!.GetValue<uint>()));
        int[] tokens = [.. proposal.Steps.SelectMany(step => step.Tokens)];
        return new JsonObject
        {
            ["content"] = files.Tokenizer.Decode(tokens),
            ["tokens"] = new JsonArray([.. tokens.Select(id => (JsonNode)id)]),
            ["stop_type"] = proposal.Ending == Ending.Truncated ? "limit" : "eos",
            ["tokens_evaluated"] = prompt.Length,
            ["tokens_predicted"] = tokens.Length,
        };
    }

    private Proposal Write(ImmutableArray<int> prompt, ContinuationLimits limits, RandomKey key)
    {
        var stops = limits.Sampling.Stop.IsEmpty ? null : new StopDetector(limits.Sampling.Stop, []);
        var path = PathTokens.MatterTo(limits.Sampling) ? PathTokens.Of(prompt.AsSpan(), []) : null;
        var text = new Continuation(files.Tokenizer, _rules, limits, [new Sibling(0, key)], path, stops);
        var sampler = new TokenSampler(_rules.Candidates);
        var logits = model.Prefill(0, prompt.AsSpan());
        while (true)
        {
            var token = sampler.Sample(logits, limits.Sampling, path, text.UniformOf(text.Siblings[0]), []);
            if (text.Accept(token))
            {
                return text.ToProposal();
            }

            logits = model.Extend(0, new[] { token.Id });
        }
    }
}
