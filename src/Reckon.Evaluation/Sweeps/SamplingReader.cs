using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Yaml;
using Reckon.Search;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads how a sweep draws.</summary>
internal sealed class SamplingReader(SectionReader root)
{
    private const int MostTokens = 1_000_000;
    private const double HottestTemperature = 10;
    private const double LeastTopP = 0.001;
    private const double LeastRepetitionPenalty = 0.1;
    private const double MostRepetitionPenalty = 10;
    private const double MostPenalty = 2; // Of a logit, either way.
    private const int MostStops = 16;
    private const int LongestStop = 256;
    private const int LongestDelimiter = 64;

    private static readonly string[] _cuts = ["topK", "topP", "minP"];
    private static readonly Sampling _default = new(Temperature: 0.8, MaxStepTokens: 64, MaxAnswerTokens: 200);

    public Sampling Read()
    {
        if (root.OptionalSection("sampling") is not { } section)
        {
            return _default;
        }

        var sampling = new Sampling(
            section.Number("temperature", 0, HottestTemperature, _default.Temperature),
            section.Whole("maxStepTokens", 1, MostTokens, _default.MaxStepTokens),
            section.Whole("maxAnswerTokens", 1, MostTokens, _default.MaxAnswerTokens),
            section.Whole("topK", 1, MostTokens, _default.TopK),
            section.Number("topP", LeastTopP, 1, _default.TopP),
            section.Number("minP", 0, 1, _default.MinP),
            section.Number("repetitionPenalty", LeastRepetitionPenalty, MostRepetitionPenalty, _default.RepetitionPenalty),
            section.Number("presencePenalty", -MostPenalty, MostPenalty, _default.PresencePenalty),
            section.Number("frequencyPenalty", -MostPenalty, MostPenalty, _default.FrequencyPenalty),
            ReadStops(section))
        {
            StepDelimiter = section.Optional("stepDelimiter") is { } node ? ReadDelimiter(node, section) : null,
        };
        RefuseCutsOfOneToken(section, sampling);
        section.Close();
        return sampling;
    }

    private static void RefuseCutsOfOneToken(SectionReader section, Sampling sampling)
    {
        if (sampling.Temperature != 0)
        {
            return;
        }

        foreach (var key in _cuts)
        {
            if (section.Optional(key) is { } node)
            {
                section.Log.Add(
                    node.Line, node.Column, section.PathOf(key),
                    $"at temperature 0 the most likely token is taken, and {key} has nothing to cut",
                    $"Remove {key}, or raise the temperature");
            }
        }
    }

    private static string ReadDelimiter(SourceNode node, SectionReader section)
    {
        var (path, expected) = (section.PathOf("stepDelimiter"), $"a text of 1 to {LongestDelimiter} characters");
        var delimiter = ValueReader.Text(node, path, expected, section.Log);
        if (delimiter.Length > LongestDelimiter)
        {
            section.Log.Add(node.Line, node.Column, path, $"expected {expected}, found {delimiter.Length}", "Shorten it");
        }

        return delimiter;
    }

    private static ImmutableArray<string> ReadStops(SectionReader section)
    {
        const string key = "stop";
        if (section.Optional(key) is not { } node)
        {
            return [];
        }

        var stops = ImmutableArray.CreateBuilder<string>();
        foreach (var (item, path) in section.Items(node, key, "texts"))
        {
            var stop = ValueReader.Text(item, path, $"a text of 1 to {LongestStop} characters", section.Log);
            if (stop.Length > LongestStop)
            {
                section.Log.Add(item.Line, item.Column, path,
                    $"expected a text of 1 to {LongestStop} characters, found {stop.Length}", "Shorten it");
            }
            else if (stop.Length > 0 && stops.Contains(stop))
            {
                section.Log.Add(item.Line, item.Column, path, $"duplicate text {Quoted.Of(stop)}", "Keep one of them");
            }

            stops.Add(stop);
        }

        if (stops.Count > MostStops)
        {
            section.Log.Add(node.Line, node.Column, section.PathOf(key),
                $"expected at most {MostStops} texts, found {stops.Count}", "Remove some");
        }

        return stops.ToImmutable();
    }
}
