using System.Globalization;

namespace Reckon.Evaluation;

/// <summary>Reads single values, and reports those that are of the wrong type or out of range.</summary>
internal static class Values
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

    public static long Whole(SourceNode node, string path, long min, long max, long standIn, DiagnosticLog log)
    {
        if (node is SourceNode.Scalar { IsPlain: true } scalar
            && long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value >= min && value <= max)
        {
            return value;
        }

        var range = (min, max) is (long.MinValue, long.MaxValue) ? "of 64 bits" : string.Create(CultureInfo.InvariantCulture, $"from {min} to {max}");
        log.Add(node.Line, node.Column, path, $"expected a whole number {range}, found {node.Described}", "Write such a number, without quotes");
        return standIn;
    }

    public static double Number(SourceNode node, string path, double min, double max, double standIn, DiagnosticLog log)
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
        return standIn;
    }

    /// <summary>One case of a closed choice, by its name in camel case; null where it is none, which is reported.</summary>
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
}
