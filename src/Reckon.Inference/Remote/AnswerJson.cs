using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reckon.Inference.Remote;

/// <summary>Reads what servers answer, without trust.</summary>
internal static class AnswerJson
{
    /// <summary>What <paramref name="read"/> finds in a body.</summary>
    /// <exception cref="RemoteAnswerException">The body is no JSON, or has another form.</exception>
    public static T Read<T>(string body, Func<JsonObject, T> read)
    {
        try
        {
            return read(JsonNode.Parse(body) as JsonObject ?? throw new RemoteAnswerException("an object"));
        }
        catch (JsonException fault)
        {
            throw new RemoteAnswerException($"JSON ({fault.Message})") { IsCut = true };
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new RemoteAnswerException($"JSON of the form that is documented ({fault.Message})");
        }
    }

    /// <summary>A number that an answer holds.</summary>
    /// <exception cref="RemoteAnswerException">It is none.</exception>
    public static double Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) && double.IsFinite(number)
        ? number
        : throw new RemoteAnswerException($"numbers, and one is {Shown(node)}");

    /// <summary>An id that an answer holds.</summary>
    /// <exception cref="RemoteAnswerException">It is none.</exception>
    public static int Id(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var id)
        ? id
        : throw new RemoteAnswerException($"ids of tokens, and one is {Shown(node)}");

    private static string Shown(JsonNode? node) => node?.ToJsonString() is not { } text ? "nothing" : text.Length > 40 ? text[..40] + "…" : text;

    /// <summary>A list of ids.</summary>
    public static JsonArray Ids(ImmutableArray<int> ids) => new([.. ids.Select(id => (JsonNode)id)]);
}
