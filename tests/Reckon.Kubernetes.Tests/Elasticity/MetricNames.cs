using System.Text.RegularExpressions;

namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>Names of metrics in queries and in what processes tell. Pure.</summary>
internal static partial class MetricNames
{
    /// <summary>Those that a text of rules or a dashboard uses.</summary>
    public static IReadOnlySet<string> UsedIn(string text) => Used().Matches(text).Select(match => match.Value).ToHashSet();

    /// <summary>Those that are in an answer of <c>/metrics</c>.</summary>
    public static IEnumerable<string> ToldIn(string answer) => Told().Matches(answer).Select(match => match.Groups[1].Value);

    /// <summary>The sum of the series of <paramref name="metric"/> whose labels hold <paramref name="label"/>.</summary>
    public static double Sum(string answer, string metric, string label) => answer.Split('\n')
        .Where(line => line.StartsWith($"{metric}{{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], global::System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\b(?:reckon|dotnet|orleans|kestrel)_[a-z_]+\b")]
    private static partial Regex Used();

    [GeneratedRegex("^# TYPE ([a-z_]+) ", RegexOptions.Multiline)]
    private static partial Regex Told();
}
