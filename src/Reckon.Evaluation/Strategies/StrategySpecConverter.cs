using System.Text.Json;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Strategies;

/// <summary>Writes a strategy as <c>{"name":"beam","n":16,"width":4,"maxRounds":40}</c>, every parameter included.</summary>
internal sealed class StrategySpecConverter : JsonConverter<StrategySpec>
{
    private const string NameKey = "name";

    public override void Write(Utf8JsonWriter writer, StrategySpec value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(NameKey, value.Name);
        foreach (var (parameter, number) in value.Kind.Parameters.Zip(value.Values))
        {
            writer.WriteNumber(parameter.Name, number);
        }

        writer.WriteEndObject();
    }

    public override StrategySpec Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var name = root.GetProperty(NameKey).GetString();
        var kind = StrategyKinds.WithName(name ?? "") ?? throw new JsonException($"There is no strategy {Quoted.Of(name ?? "")}.");
        if (root.EnumerateObject().Count() != kind.Parameters.Length + 1)
        {
            throw new JsonException($"A {kind.Name} strategy has {kind.Parameters.Length} parameters.");
        }

        return kind.Create([.. kind.Parameters.Select(parameter => Value(root, parameter))]);
    }

    private static int Value(JsonElement root, StrategyParameter parameter) =>
        root.TryGetProperty(parameter.Name, out var element)
        && element.TryGetInt32(out var value) && value >= parameter.Min && value <= parameter.Max
            ? value
            : throw new JsonException($"A strategy's {parameter.Name} must be a whole number from {parameter.Min} to {parameter.Max}.");
}
