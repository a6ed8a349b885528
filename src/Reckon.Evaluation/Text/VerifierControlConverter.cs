using System.Text.Json;
using System.Text.Json.Serialization;
using Reckon.Search.Controls;

namespace Reckon.Evaluation.Text;

/// <summary>Writes a control as sweep files spell it: <c>"random"</c>, or <c>{"flip":0.2}</c>.</summary>
internal sealed class VerifierControlConverter : JsonConverter<VerifierControl>
{
    /// <inheritdoc/>
    public override VerifierControl Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement;
        try
        {
            return value.ValueKind == JsonValueKind.Object
                ? new VerifierControl(ControlKind.Flip, value.GetProperty(CamelCase.Of(ControlKind.Flip)).GetDouble())
                : new VerifierControl(Enum.GetValues<ControlKind>().First(kind => CamelCase.Of(kind) == value.GetString()));
        }
        catch (Exception cause) when (cause is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new JsonException($"There is no control {value.GetRawText()}.", cause);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, VerifierControl value, JsonSerializerOptions options)
    {
        if (value.Share is { } share)
        {
            writer.WriteStartObject();
            writer.WriteNumber(CamelCase.Of(value.Kind), share);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStringValue(CamelCase.Of(value.Kind));
        }
    }
}
