using System.Text.Json;
using System.Text.Json.Serialization;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Strategies;

/// <summary>Writes values of parameters as <c>{"n":16,"width":4,"maxRounds":40}</c>. Reading them needs no known strategy.</summary>
internal sealed class ParameterValuesConverter : JsonConverter<ParameterValues>
{
    public override void Write(Utf8JsonWriter writer, ParameterValues value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        ParameterJson.Write(writer, value);
        writer.WriteEndObject();
    }

    public override ParameterValues Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A strategy's parameters must be an object.");
        }

        try
        {
            return new ParameterValues(document.RootElement.EnumerateObject().Select(ParameterJson.Read));
        }
        catch (ArgumentException cause)
        {
            throw new JsonException(cause.Message, cause);
        }
    }
}
