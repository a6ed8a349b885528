using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Remote;

/// <summary>The form of requests and answers of each kind of server. Every way of sampling is said: servers have defaults of their own.</summary>
internal static class CompletionForm
{
    /// <summary>The path that takes a request.</summary>
    public static string PathOf(RemoteKind kind) => kind == RemoteKind.LlamaServer ? "completion" : "v1/completions";

    /// <summary>The request to a server.</summary>
    public static RemoteQuestion<Completion> Of(RemoteEndpoint endpoint, CompletionCall call) => new(
        PathOf(endpoint.Kind), Write(endpoint, call).ToJsonString(), $"{call.Seed:x16}-{call.Prompt.Length}", call.MaxTokens, call.Seed,
        text => Read(endpoint.Kind, text));

    /// <summary>The body of a request.</summary>
    public static JsonObject Write(RemoteEndpoint endpoint, CompletionCall call) =>
        endpoint.Kind == RemoteKind.LlamaServer ? WriteLlama(call) : WriteOpenAi(endpoint, call);

    /// <summary>What an answer says.</summary>
    /// <exception cref="RemoteAnswerException">It lacks something, or contradicts itself.</exception>
    public static Completion Read(RemoteKind kind, string body) =>
        AnswerJson.Read(body, root => (kind == RemoteKind.LlamaServer ? ReadLlama(root) : ReadOpenAi(root)) with { Usage = UsageForm.Read(root) });

    private static JsonObject WriteOpenAi(RemoteEndpoint endpoint, CompletionCall call)
    {
        var body = Sampled(call, "repetition_penalty");
        body["model"] = endpoint.Model;
        body["prompt"] = AnswerJson.Ids(call.Prompt);
        body["max_tokens"] = call.MaxTokens;
        body["n"] = 1;
        body["seed"] = (long)call.Seed;
        body["logprobs"] = 0;
        body["return_token_ids"] = true;
        body["stream"] = false;
        if (endpoint.Kind == RemoteKind.Vllm)
        {
            body["include_stop_str_in_output"] = true;
            body["add_special_tokens"] = false;
        }
        else
        {
            body["no_stop_trim"] = true;
        }

        return body;
    }

    private static JsonObject WriteLlama(CompletionCall call)
    {
        var body = Sampled(call, "repeat_penalty");
        body["prompt"] = AnswerJson.Ids(call.Prompt);
        body["n_predict"] = call.MaxTokens;
        body["seed"] = (uint)call.Seed; // It takes no larger one.
        body["return_tokens"] = true;
        body["cache_prompt"] = true;
        body["stream"] = false;
        return body;
    }

    private static JsonObject Sampled(CompletionCall call, string repetition) => new()
    {
        ["temperature"] = call.Sampling.Temperature,
        ["top_p"] = call.Sampling.TopP,
        ["top_k"] = call.Sampling.TopK,
        ["min_p"] = call.Sampling.MinP,
        [repetition] = call.Sampling.RepetitionPenalty,
        ["presence_penalty"] = call.Sampling.PresencePenalty,
        ["frequency_penalty"] = call.Sampling.FrequencyPenalty,
        ["stop"] = new JsonArray([.. call.Stops.Select(stop => (JsonNode)stop)]),
    };

    private static Completion ReadOpenAi(JsonObject root)
    {
        var choice = root["choices"] is JsonArray { Count: 1 } choices && choices[0] is JsonObject only
            ? only
            : throw new RemoteAnswerException("a list 'choices' of one, as many as were asked for");
        var tokens = IdsOf(choice["token_ids"], "'token_ids': start the server with a version that returns them");
        var logs = choice["logprobs"] is JsonObject told && told["token_logprobs"] is JsonArray values
            ? values.Select(LogProbability).ToImmutableArray()
            : [];
        var counted = root["usage"]?["completion_tokens"]?.GetValue<int>();
        if (counted is { } count && count != tokens.Length)
        {
            throw new RemoteAnswerException($"as many 'token_ids' as 'usage' counts, {count}, not {tokens.Length}");
        }

        return choice["finish_reason"]?.GetValue<string>() switch
        {
            "stop" => new Completion(tokens, Matching(logs, tokens), IsEnded: true),
            "length" => new Completion(tokens, Matching(logs, tokens), IsEnded: false),
            var reason => throw new RemoteAnswerException($"a 'finish_reason' of stop or length, not '{reason}'"),
        };
    }

    // Rounded, that of a certain token may be a little above 0.
    private static double LogProbability(JsonNode? node) => AnswerJson.Number(node) is <= 0.01 and var log
        ? Math.Min(log, 0)
        : throw new RemoteAnswerException($"log-probabilities, which are not above 0, and one is {node!.ToJsonString()}");

    private static Completion ReadLlama(JsonObject root) => new(
        IdsOf(root["tokens"], "'tokens'"), [], root["stop_type"]?.GetValue<string>() is "eos" or "word");

    private static ImmutableArray<double> Matching(ImmutableArray<double> logs, ImmutableArray<int> tokens) => logs.Length == tokens.Length ? logs : [];

    private static ImmutableArray<int> IdsOf(JsonNode? node, string expected) =>
        node is JsonArray ids ? [.. ids.Select(AnswerJson.Id)] : throw new RemoteAnswerException(expected);
}
