using System.Text.Json;
using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Documents;

/// <summary>How answers are found and compared, as a JSON document that travels with a sweep and stays with its results.</summary>
public static class AnswerDocument
{
    /// <summary>The format as JSON on one line.</summary>
    public static string Write(AnswerFormat format) => JsonSerializer.Serialize(format, EvaluationJson.Default.AnswerFormat);

    /// <summary>The format that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not such a format.</exception>
    public static AnswerFormat Read(string json) =>
        JsonSerializer.Deserialize(json, EvaluationJson.Default.AnswerFormat)
            ?? throw new JsonException("The document holds no answer format.");
}
