using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Reckon.Inference.Folders;

namespace Reckon.Inference.Remote;

/// <summary>
/// How probable the label of a right step is as the next token, against that of a wrong one: vLLM's <c>/generative_scoring</c> and
/// SGLang's <c>/v1/score</c>. What several texts begin with is sent once.
/// </summary>
internal static class LabelForm
{
    /// <summary>The request for the scores after each of some items.</summary>
    /// <param name="endpoint">The server.</param>
    /// <param name="scores">The labels.</param>
    /// <param name="query">What all texts begin with.</param>
    /// <param name="items">What each goes on with; at least one.</param>
    public static RemoteQuestion<ScoreAnswer> Of(
        RemoteEndpoint endpoint, RemoteScores scores, ImmutableArray<int> query, ImmutableArray<ImmutableArray<int>> items) => new(
        endpoint.Kind == RemoteKind.Sglang ? "v1/score" : "generative_scoring",
        Write(endpoint, scores, query, items).ToJsonString(), $"score-{query.Length}-{items.Length}", items.Length, (ulong)query.Length,
        body => Read(scores, items.Length, body));

    /// <summary>The body of a request.</summary>
    public static JsonObject Write(
        RemoteEndpoint endpoint, RemoteScores scores, ImmutableArray<int> query, ImmutableArray<ImmutableArray<int>> items)
    {
        var body = new JsonObject
        {
            ["model"] = endpoint.Model,
            ["query"] = AnswerJson.Ids(query),
            ["items"] = new JsonArray([.. items.Select(AnswerJson.Ids)]),
            ["label_token_ids"] = AnswerJson.Ids([scores.Good, scores.Bad]),
            ["apply_softmax"] = true,
            ["item_first"] = false,
        };
        if (endpoint.Kind == RemoteKind.Vllm)
        {
            body["add_special_tokens"] = false;
        }

        return body;
    }

    /// <summary>The scores in an answer of any of the forms, one for each item.</summary>
    /// <exception cref="RemoteAnswerException">It lacks something, or holds something else.</exception>
    public static ScoreAnswer Read(RemoteScores scores, int items, string body) => AnswerJson.Read<ScoreAnswer>(body, root =>
    {
        var found = root switch
        {
            _ when root["data"] is JsonArray data => data.OrderBy(one => one?["index"]?.GetValue<int>() ?? 0).Select(one => one?["score"]?.GetValue<double>()),
            _ when root["scores"] is JsonArray rows => rows.Select(row => Share(row?[0], row?[1])),
            _ when root["results"] is JsonArray old => old.Select(one => Share(one?["token_probs"]?[Key(scores.Good)], one?["token_probs"]?[Key(scores.Bad)])),
            _ => throw new RemoteAnswerException("a list 'data', 'scores' or 'results'"),
        };
        ImmutableArray<double> values = [.. found.Select(value => value ?? double.NaN)];
        return values.Length == items && values.All(value => value is >= 0 and <= 1)
            ? new ScoreAnswer(values, UsageForm.Read(root))
            : throw new RemoteAnswerException($"{items} scores in [0, 1], one for each item, not [{string.Join(", ", values)}]");
    });

    private static string Key(int id) => id.ToString(CultureInfo.InvariantCulture);

    private static double? Share(JsonNode? good, JsonNode? bad) =>
        good?.GetValue<double>() is { } right && bad?.GetValue<double>() is { } wrong ? right / (right + wrong) : null;
}
