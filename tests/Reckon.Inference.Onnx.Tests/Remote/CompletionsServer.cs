using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;
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
internal sealed class CompletionsServer : IAsyncDisposable
{
    private readonly ModelFolder _files;
    private readonly OnnxModel _model;
    private readonly TokenRules _rules;
    private readonly TokenSampler _sampler;
    private readonly HttpListener _listener = new();
    private readonly Task _serving;
    private readonly Lock _lock = new();
    private readonly List<ImmutableArray<int>> _prompts = [];

    public CompletionsServer(string folder)
    {
        _files = ModelFolder.Read(folder);
        _model = InferenceEngines.OpenModel(_files, slots: 1, new OnnxExecutionOptions());
        _rules = TokenRules.Of(_files.Tokenizer, _files.Descriptor.StepDelimiter, _files.Ends);
        _sampler = new TokenSampler(_rules.Candidates);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The bodies of all requests, in the order in which they came.</summary>
    public ConcurrentQueue<JsonNode> Requests { get; } = [];

    /// <summary>What to do instead of answering a request, by its number from 1; null to answer it.</summary>
    public Func<int, HttpListenerContext, bool>? Fault { get; set; }

    /// <summary>What to change in an answer.</summary>
    public Action<JsonObject>? Change { get; set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
        lock (_lock)
        {
            _model.Dispose();
        }
    }

    private async Task ServeAsync()
    {
        var number = 0;
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var current = ++number;
            _ = Task.Run(() => Answer(current, context));
        }
    }

    private void Answer(int number, HttpListenerContext context)
    {
        try
        {
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = JsonNode.Parse(reader.ReadToEnd())!;
            Requests.Enqueue(body);
            if (Fault?.Invoke(number, context) == true)
            {
                return;
            }

            var answer = Complete(body);
            Change?.Invoke(answer);
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(answer.ToJsonString()));
            context.Response.Close();
        }
        catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or IOException)
        {
            // Whoever asked has gone.
        }
        catch (Exception fault)
        {
            context.Response.StatusCode = 400;
            context.Response.OutputStream.Write(Encoding.UTF8.GetBytes($"{fault}"));
            context.Response.Close();
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
