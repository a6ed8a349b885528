using System.Globalization;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Text;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Yaml;

/// <summary>Reads single values, and reports those that are of the wrong type or out of range.</summary>
internal static class ValueReader
{
    public static string Text(SourceNode? node, string path, string expected, DiagnosticLog log)
    {
        if (node is SourceNode.Scalar { Text.Length: > 0 } scalar)
        {
            return scalar.Text;
        }

        if (node is not null)
        {
            log.Add(node.Line, node.Column, path, $"expected {expected}, found {node.Described}", "Write it as text");
        }

        return "";
    }

    /// <summary>The number; null where there is none in the range, which is reported.</summary>
    public static long? Whole(SourceNode node, string path, long min, long max, DiagnosticLog log)
    {
        if (node is SourceNode.Scalar { IsPlain: true } scalar
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max)
        {
            return value;
        }

        log.Add(
            node.Line, node.Column, path, $"expected a whole number {Range(min, max)}, found {node.Described}",
                "Write such a number, without quotes");
        return null;
    }

    /// <summary>The number; null where there is none in the range, which is reported.</summary>
    public static double? Number(SourceNode node, string path, double min, double max, DiagnosticLog log)
    {
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (node is SourceNode.Scalar { IsPlain: true } scalar
            && double.TryParse(scalar.Text, style, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max) // False for what is not a number.
        {
            return value;
        }

        var range = string.Create(CultureInfo.InvariantCulture, $"from {min} to {max}");
        log.Add(node.Line, node.Column, path, $"expected a number {range}, found {node.Described}", "Write such a number, without quotes");
        return null;
    }

    /// <summary>True or false; null when it is neither, which has then been reported.</summary>
    public static bool? Flag(SourceNode node, string path, DiagnosticLog log)
    {
        if (node is SourceNode.Scalar { IsPlain: true, Text: "true" or "false" } scalar)
        {
            return scalar.Text == "true";
        }

        log.Add(node.Line, node.Column, path, $"expected true or false, found {node.Described}", "Write true or false");
        return null;
    }

    /// <summary>One member of an enumeration, by its name in camel case; null where it is none, which is reported.</summary>
    public static T? Choice<T>(SourceNode node, string path, DiagnosticLog log) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (node is SourceNode.Scalar scalar && scalar.Text == CamelCase.Of(value))
            {
                return value;
            }
        }

        var names = Enum.GetValues<T>().Select(CamelCase.Of).ToList();
        var remedy = node is SourceNode.Scalar word ? Spelling.Remedy(word.Text, names) : $"Use one of: {string.Join(", ", names)}";
        log.Add(node.Line, node.Column, path, $"expected one of {string.Join(", ", names)}, found {node.Described}", remedy);
        return null;
    }

    /// <summary>
    /// The value of a strategy's <paramref name="parameter"/>; null where the node holds none in its range, which is reported.
    /// </summary>
    public static ParameterValue? Of(StrategyParameter parameter, SourceNode node, string path, DiagnosticLog log)
    {
        if (node is SourceNode.Scalar scalar
            && (scalar.IsPlain || parameter.Choices.Contains(scalar.Text))
            && parameter.Parse(scalar.Text) is { } value)
        {
            return value;
        }

        var remedy = (parameter.TakesNumbers, parameter.Choices) switch
        {
            (true, []) => "Write such a number, without quotes",
            (true, _) => $"Write such a number, without quotes, or {string.Join(" or ", parameter.Choices)}",
            _ => Spelling.Remedy((node as SourceNode.Scalar)?.Text ?? "", parameter.Choices),
        };
        log.Add(node.Line, node.Column, path, $"expected {parameter.Expected}, found {node.Described}", remedy);
        return null;
    }

    private static string Range(long min, long max) => (min, max) switch
    {
        (long.MinValue, long.MaxValue) => "of 64 bits",
        (_, int.MaxValue or long.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"of at least {min}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"from {min} to {max}"),
    };
}
