using System.Text.Json;
using System.Text.Json.Serialization;
using Reckon.Grading.Formats;

namespace Reckon.Coordinator.Problems;

/// <summary>How answers are found and compared, as a JSON document that travels with a sweep.</summary>
public static class AnswerDocument
{
    private static readonly JsonSerializerOptions _options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The format as JSON.</summary>
    public static string Write(AnswerFormat format) => JsonSerializer.Serialize(format, _options);

    /// <summary>The format that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a format.</exception>
    public static AnswerFormat Read(string json) =>
        JsonSerializer.Deserialize<AnswerFormat>(json, _options) ?? throw new JsonException("The document holds no answer format.");
}
