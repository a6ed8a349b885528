using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Reckon.Api.Metrics;

/// <summary>Writes measurements in the text format of Prometheus. Pure.</summary>
internal static class PrometheusText
{
    /// <summary>All series, by instrument and then by labels.</summary>
    public static string Of(IEnumerable<(Instrument Instrument, string Labels, Series Series)> series)
    {
        var text = new StringBuilder();
        foreach (var instrument in series.GroupBy(entry => NameOf(entry.Instrument)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var first = instrument.First().Instrument;
            var kind = MetricCollector.KindOf(first);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {instrument.Key} {HelpOf(first)}\n# TYPE {instrument.Key} {kind}\n");
            foreach (var (_, labels, values) in instrument.OrderBy(entry => entry.Labels, StringComparer.Ordinal))
            {
                Append(text, instrument.Key, labels, values, kind);
            }
        }

        return text.ToString();
    }

    /// <summary>Labels as they stand between braces; empty for none.</summary>
    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (name, value) in tags)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{value}");
            labels.Add($"{Plain(name)}=\"{Escaped(text)}\"");
        }

        return string.Join(',', labels);
    }

    /// <summary>The name that an instrument has there.</summary>
    internal static string NameOf(Instrument instrument)
    {
        var name = Plain(instrument.Name);
        return MetricCollector.KindOf(instrument) == "counter" && !name.EndsWith("_total", StringComparison.Ordinal) ? $"{name}_total" : name;
    }

    private static void Append(StringBuilder text, string name, string labels, Series series, string kind)
    {
        if (kind != "histogram")
        {
            Append(text, name, labels, series.Value);
            return;
        }

        var separator = labels.Length == 0 ? "" : ",";
        foreach (var (bound, count) in Series.Bounds.Zip(series.Cumulative()))
        {
            Append(text, $"{name}_bucket", string.Create(CultureInfo.InvariantCulture, $"{labels}{separator}le=\"{bound}\""), count);
        }

        Append(text, $"{name}_bucket", $"{labels}{separator}le=\"+Inf\"", series.Count);
        Append(text, $"{name}_sum", labels, series.Value);
        Append(text, $"{name}_count", labels, series.Count);
    }

    private static void Append(StringBuilder text, string name, string labels, double value) => text.Append(
        CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value:R}\n");

    private static string HelpOf(Instrument instrument) =>
        (instrument.Description ?? instrument.Name).ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal);

    private static string Plain(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_' ? letter : '_'));

    private static string Escaped(string value) => value.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
