using System.Text.Json;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Text;
using Reckon.Search.Controls;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Which searches a sweep runs and how it chooses among their answers, as its hash has it.</summary>
internal static class HashedTrials
{
    /// <summary>Writes the key <c>aggregation</c>.</summary>
    public static void WriteAggregations(Utf8JsonWriter writer, SweepSpec spec)
    {
        if (spec.OtherAggregations is null)
        {
            writer.WriteString("aggregation", CamelCase.Of(spec.Aggregation));
            return;
        }

        writer.WriteStartArray("aggregation");
        foreach (var aggregation in spec.Aggregations)
        {
            writer.WriteStringValue(CamelCase.Of(aggregation));
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the key <c>control</c> where there is one.</summary>
    public static void WriteControl(Utf8JsonWriter writer, VerifierControl? control)
    {
        switch (control)
        {
            case null:
                break;
            case { Share: { } share }:
                writer.WriteStartObject("control");
                writer.WriteNumber(CamelCase.Of(control.Kind), share + 0.0); // −0 and 0 are one share.
                writer.WriteEndObject();
                break;
            default:
                writer.WriteString("control", CamelCase.Of(control.Kind));
                break;
        }
    }

    /// <summary>Writes the key <c>seeds</c>.</summary>
    public static void WriteSeeds(Utf8JsonWriter writer, SweepSpec spec)
    {
        writer.WriteStartArray("seeds");
        foreach (var seed in spec.Seeds)
        {
            writer.WriteNumberValue(seed);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the key <c>selections</c>.</summary>
    public static void WriteSelections(Utf8JsonWriter writer, SweepSpec spec)
    {
        writer.WriteStartArray("selections");
        foreach (var rule in spec.Selections.Order())
        {
            writer.WriteStringValue(CamelCase.Of(rule));
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the key <c>strategies</c>.</summary>
    public static void WriteStrategies(Utf8JsonWriter writer, SweepSpec spec)
    {
        writer.WriteStartArray("strategies");
        foreach (var strategy in spec.Strategies)
        {
            writer.WriteStartObject();
            writer.WriteStartObject(strategy.Definition.Version is { } version ? $"{strategy.Name}@{version}" : strategy.Name);
            ParameterJson.Write(writer, strategy.Values.OrderBy(value => value.Key, StringComparer.Ordinal));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes the key <c>ties</c> where it is not the first.</summary>
    public static void WriteTies(Utf8JsonWriter writer, TieRule ties)
    {
        if (ties != TieRule.First)
        {
            writer.WriteString("ties", CamelCase.Of(ties));
        }
    }
}
