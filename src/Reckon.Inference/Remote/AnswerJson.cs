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

    /// <summary>A list of ids.</summary>
    public static JsonArray Ids(ImmutableArray<int> ids) => new([.. ids.Select(id => (JsonNode)id)]);
}
