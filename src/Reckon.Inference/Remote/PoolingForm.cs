using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;

namespace Reckon.Inference.Remote;

/// <summary>
/// vLLM's <c>/pooling</c>: values of the model's own head, one row for each token, or for each marker. Rows are counted, for which of the
/// two it is depends on how the server was started.
/// </summary>
internal static class PoolingForm
{
    private const double SumTolerance = 0.02; // Of half precision.

    /// <summary>The request for the scores of a text.</summary>
    public static RemoteQuestion<ScoreAnswer> Of(RemoteEndpoint endpoint, RemoteScores scores, ScoreText text) => new(
        "pooling", Write(endpoint, scores, text).ToJsonString(), $"score-{text.Ids.Length}-{text.Ends.Length}", text.Ends.Length,
        (ulong)text.Ids.Length, body => Read(scores, text, body));

    /// <summary>The body of a request. Two values are asked for as probabilities, one as it is: then it cannot be mistaken.</summary>
    public static JsonObject Write(RemoteEndpoint endpoint, RemoteScores scores, ScoreText text) => new()
    {
        ["model"] = endpoint.Model,
        ["input"] = AnswerJson.Ids(text.Ids),
        ["task"] = "token_classify",
        ["add_special_tokens"] = false,
        ["use_activation"] = scores.Head != HeadKind.Scalar,
    };

    /// <summary>The scores in an answer, one for each end.</summary>
    /// <exception cref="RemoteAnswerException">It lacks something, or its rows are those of no known kind.</exception>
    public static ScoreAnswer Read(RemoteScores scores, ScoreText text, string body) => AnswerJson.Read<ScoreAnswer>(body, root =>
    {
        var data = root["data"] is JsonArray { Count: 1 } only && only[0]?["data"] is JsonArray values
            ? values
            : throw new RemoteAnswerException("a list 'data' of one, with a list 'data' of values");
        double[][] rows = data.Count > 0 && data[0] is not JsonArray // One row alone may be without its brackets.
            ? [Values(data)]
            : [.. data.Select(row => Values(row as JsonArray ?? throw new RemoteAnswerException("rows of values")))];
        if (Array.Exists(rows, row => row.Length != rows[0].Length))
        {
            throw new RemoteAnswerException("rows of as many values each");
        }

        return new ScoreAnswer([.. PlacesOf(scores, text, rows.Length).Select(place => ScoreOf(scores.Head, rows[place]))], UsageForm.Read(root));
    });

    private static double[] Values(JsonArray row) => [.. row.Select(AnswerJson.Number)];

    private static IEnumerable<int> PlacesOf(RemoteScores scores, ScoreText text, int rows)
    {
        if (rows == text.Ids.Length)
        {
            return text.Ends;
        }

        if (scores.Marker is { } marker && text.Ends.All(end => text.Ids[end] == marker) && rows == text.Ids.Count(id => id == marker))
        {
            return text.Ends.Select(end => text.Ids.Take(end).Count(id => id == marker));
        }

        if (scores.IsWhole && rows == 1)
        {
            return [0];
        }

        throw new RemoteAnswerException($"a row for each of {text.Ids.Length} tokens, or for each marker, not {rows}")
        {
            Remedy = "Start the server with '--runner pooling', and without a prefix cache where rows of cached tokens are missing.",
        };
    }

    private static double ScoreOf(HeadKind? head, double[] row) => (head, row) switch
    {
        (HeadKind.Scalar, [var value]) => 1 / (1 + Math.Exp(-value)),
        (HeadKind.TwoTokens, [var good, var bad]) when AreShares(good, bad) => good,
        (HeadKind.Classes or null, [var wrong, var right]) when AreShares(wrong, right) => right,
        (null, [var score]) when score is >= 0 and <= 1 => score,
        _ => throw new RemoteAnswerException($"rows of {ExpectedOf(head)}, and one is [{string.Join(", ", row)}]")
        {
            Remedy = "Name the layout that the model was trained with in 'verifier.layout', or start the server with the model's own head.",
        },
    };

    private static bool AreShares(double left, double right) => left >= 0 && right >= 0 && Math.Abs(left + right - 1) <= SumTolerance;

    private static string ExpectedOf(HeadKind? head) => head switch
    {
        HeadKind.Scalar => "one number",
        null => "one number in [0, 1], or two that sum up to 1",
        _ => "two numbers that sum up to 1",
    };
}
