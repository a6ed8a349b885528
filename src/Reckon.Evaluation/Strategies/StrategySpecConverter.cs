using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Strategies;

/// <summary>Writes a strategy as <c>{"name":"beam","n":16,"width":4,"maxRounds":40}</c>, every parameter included.</summary>
/// <param name="strategies">The strategies that can be read.</param>
internal sealed class StrategySpecConverter(StrategyRegistry strategies) : JsonConverter<StrategySpec>
{
    private const string NameKey = "name";

    /// <summary>Reads the program's own strategies.</summary>
    public StrategySpecConverter()
        : this(StrategyRegistry.BuiltIn)
    {
    }

    public override void Write(Utf8JsonWriter writer, StrategySpec value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(NameKey, value.Name);
        ParameterJson.Write(writer, value.Values);
        writer.WriteEndObject();
    }

    public override StrategySpec Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var name = root.GetProperty(NameKey).GetString() ?? "";
        var definition = strategies.WithName(name) ?? throw new JsonException($"There is no strategy {Quoted.Of(name)}.");
        var values = root.EnumerateObject().Where(property => property.Name != NameKey).Select(ParameterJson.Read).ToImmutableArray();
        if (values.Length != definition.Parameters.Length + 1)
        {
            throw new JsonException($"A {definition.Name} strategy has {definition.Parameters.Length + 1} parameters.");
        }

        return Spec(definition, values);
    }

    private static StrategySpec Spec(StrategyDefinition definition, ImmutableArray<KeyValuePair<string, ParameterValue>> values)
    {
        try
        {
            return new StrategySpec(definition, values);
        }
        catch (ArgumentException cause)
        {
            throw new JsonException(cause.Message, cause);
        }
    }
}
