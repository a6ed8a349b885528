using System.Text;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Strategies;

/// <summary>Lists the strategies and their parameters, for people.</summary>
public static class StrategyListing
{
    private const string Asynchronous =
        "whether what is certain of later rounds is drawn early, which changes no result: true or false, by default false";

    /// <summary>A paragraph for each of <paramref name="strategies"/>, by key.</summary>
    public static string Text(StrategyRegistry strategies) =>
        string.Join('\n', strategies.All.OrderBy(definition => definition.Key, StringComparer.Ordinal).Select(Paragraph));

    private static string Paragraph(StrategyDefinition definition)
    {
        var text = new StringBuilder($"{definition.Key}: {definition.Description}.\n");
        text.Append($"  in results: {definition.Name}; the verifier's scores: {(definition.NeedsScores ? "needed" : "not needed")}\n");
        if (definition.Version is { } version)
        {
            text.Append($"  of a plugin, sha256 {version}\n");
        }

        StrategyParameter[] parameters = [.. definition.FixedN is null ? definition.AllParameters : definition.Parameters];
        var rows = parameters
            .Select(parameter => (parameter.Name, $"{parameter.Description}: {parameter.Expected}{Default(parameter)}"))
            .Concat(definition.AsynchronousConflict is null ? [] : [(StrategyDefinition.AsynchronousKey, Asynchronous)])
            .ToList();
        var widest = rows.Select(row => row.Item1.Length).DefaultIfEmpty().Max();
        rows.ForEach(row => text.Append($"  {row.Item1.PadRight(widest)}  {row.Item2}\n"));
        return text.ToString();
    }

    private static string Default(StrategyParameter parameter) =>
        parameter.DefaultValue is { } value ? $", by default {value}" : ", required";
}
