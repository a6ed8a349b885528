using System.Collections.Immutable;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads the section <c>study.thresholds</c>: cuts of difficulty by what is measured.</summary>
internal static class ThresholdReader
{
    private const double LeastLogProbability = -1_000;

    /// <summary>The cuts of each measure that is there.</summary>
    public static ImmutableArray<ThresholdSpec> Read(SectionReader section)
    {
        var thresholds = ImmutableArray.CreateBuilder<ThresholdSpec>();
        foreach (var measure in ThresholdSpec.Measures)
        {
            if (section.Optional(measure) is { } node)
            {
                thresholds.Add(new ThresholdSpec(measure, Cuts(section, measure, node)));
            }
        }

        section.Close();
        return thresholds.ToImmutable();
    }

    private static ImmutableArray<double> Cuts(SectionReader section, string measure, SourceNode node)
    {
        var (low, high) = measure == ThresholdSpec.LogProbability ? (LeastLogProbability, 0.0) : (0.0, 1.0);
        var cuts = ImmutableArray.CreateBuilder<double>();
        foreach (var (item, path) in section.Items(node, measure, "numbers"))
        {
            if (ValueReader.Number(item, path, low, high, section.Log) is not { } cut)
            {
                continue;
            }

            if (cuts.Count > 0 && cut >= cuts[^1])
            {
                section.Log.Add(item.Line, item.Column, path, "a threshold is not below the one before it", "List them from easy to hard: descending");
            }

            cuts.Add(cut);
        }

        return cuts.ToImmutable();
    }
}
