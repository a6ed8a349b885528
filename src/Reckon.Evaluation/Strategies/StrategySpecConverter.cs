using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Strategies;

/// <summary>
/// Writes a strategy as <c>{"name":"beam","n":16,"width":4,"maxRounds":40}</c>, every parameter included that is not implied; with
/// <c>"asynchronous":true</c> where it is, and a plugin's strategy with its <c>version</c>.
/// </summary>
/// <param name="strategies">The strategies that can be read.</param>
internal sealed class StrategySpecConverter(StrategyRegistry strategies) : JsonConverter<StrategySpec>
{
    private const string NameKey = "name";
    private const string VersionKey = "version";

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
        if (value.IsAsynchronous)
        {
            writer.WriteBoolean(StrategyDefinition.AsynchronousKey, value: true);
        }

        if (value.Definition.Version is { } version)
        {
            writer.WriteString(VersionKey, version);
        }

        writer.WriteEndObject();
    }

    public override StrategySpec Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var definition = Definition(root);
        var values = root.EnumerateObject()
            .Where(property => property.Name is not (NameKey or VersionKey or StrategyDefinition.AsynchronousKey))
            .Select(ParameterJson.Read)
            .ToImmutableArray();
        if (definition.AllParameters.FirstOrDefault(parameter => !parameter.IsImplied && values.All(value => value.Key != parameter.Name))
            is { } missing)
        {
            throw new JsonException($"A {definition.Name} strategy has a parameter {missing.Name}, which is not there.");
        }

        return Spec(definition, values) with { IsAsynchronous = IsAsynchronous(root) };
    }

    private static bool IsAsynchronous(JsonElement root) =>
        root.TryGetProperty(StrategyDefinition.AsynchronousKey, out var flag) && flag.ValueKind == JsonValueKind.True;

    private StrategyDefinition Definition(JsonElement root)
    {
        var name = root.GetProperty(NameKey).GetString() ?? "";
        var definition = strategies.WithName(name) ?? throw new JsonException(
            $"There is no strategy {Quoted.Of(name)} in this process. Name the plugin that has it with --plugin, in every process.");
        var version = root.TryGetProperty(VersionKey, out var written) ? written.GetString() : null;
        return version == definition.Version
            ? definition
            : throw new JsonException(
                $"The strategy {name} is of version {Quoted.Of(version ?? "")} in the sweep, "
                + $"and of {Quoted.Of(definition.Version ?? "")} in this process. Name the same plugin in every process.");
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
