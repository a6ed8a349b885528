using System.Text.Json;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Strategies;

/// <summary>Values of parameters as properties of a JSON object: numbers as numbers, choices as texts.</summary>
internal static class ParameterJson
{
    /// <summary>Writes a property for each of <paramref name="values"/>, in their order.</summary>
    public static void Write(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, ParameterValue>> values)
    {
        foreach (var (name, value) in values)
        {
            if (value.Number is { } number)
            {
                writer.WriteNumber(name, number);
            }
            else
            {
                writer.WriteString(name, value.Choice);
            }
        }
    }

    /// <summary>The value that <paramref name="property"/> holds.</summary>
    /// <exception cref="JsonException">It is neither a number nor a text.</exception>
    public static KeyValuePair<string, ParameterValue> Read(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Number => new(property.Name, property.Value.GetDouble()),
        JsonValueKind.String => new(property.Name, property.Value.GetString()!), // A text is never null.
        _ => throw new JsonException($"A strategy's {Quoted.Of(property.Name)} must be a number or a text."),
    };
}
