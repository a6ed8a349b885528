using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads which dataset and which models a sweep is about. What is wrong is reported, and has an empty path.</summary>
internal sealed class SourceReader(SectionReader root, SweepPaths paths)
{
    public DatasetSource ReadDataset()
    {
        if (root.RequiredSection("dataset") is not { } section)
        {
            return new DatasetSource("");
        }

        var faultsBefore = root.Log.Count;
        var source = new DatasetSource(
            paths.File(section, "path", "the path of a JSONL file"),
            section.OptionalWhole("limit", 1, int.MaxValue),
            paths.Descriptor(section, "descriptor"))
        {
            Exclude = ReadIds(section, "exclude"),
            Ids = ReadIds(section, "ids"),
            Where = section.OptionalSection("where") is { } filter ? ReadFilter(filter) : null,
            Sample = section.OptionalSection("sample") is { } sample ? ReadSample(sample) : null,
        };
        section.Close();
        return root.Log.Count == faultsBefore ? source : new DatasetSource(""); // Half a source would read the dataset wrongly.
    }

    public ModelPaths ReadModels()
    {
        if (root.RequiredSection("models") is not { } section)
        {
            return new ModelPaths("", "");
        }

        var (proposer, writes) = paths.Model(section, "proposer", "the folder of the model that writes");
        (string? verifier, string? judges) = section.Optional("verifier") is null
            ? (null, null)
            : paths.Model(section, "verifier", "the folder of the model that judges");
        section.Close();
        return new ModelPaths(proposer, verifier) { ProposerManifest = writes, VerifierManifest = judges };
    }

    private static List<string>? ReadIds(SectionReader section, string key) => ReadDistinct(
        section, key, "ids of problems", "id", (item, path) => ValueReader.Text(item, path, "the id of a problem", section.Log));

    private static ProblemFilter ReadFilter(SectionReader section)
    {
        var faultsBefore = section.Log.Count;
        var filter = new ProblemFilter
        {
            Subjects = ReadDistinct(
                section, "subject", "subjects", "subject", (item, path) => ValueReader.Text(item, path, "a subject", section.Log)),
            Levels = ReadDistinct(
                section, "level", "levels", "level", (item, path) => (int?)ValueReader.Whole(item, path, 0, int.MaxValue, section.Log) ?? 0),
        };
        section.Close();
        if (filter == new ProblemFilter() && section.Log.Count == faultsBefore)
        {
            section.Log.Add(
                section.Source.Line, section.Source.Column, "dataset.where", "a subject or a level is missing",
                "Add 'subject: …' or 'level: …', or take 'where' out");
        }

        return filter;
    }

    private static ProblemSample ReadSample(SectionReader section)
    {
        var count = section.Required("count", "a number of problems") is { } node
            ? (int?)ValueReader.Whole(node, section.PathOf("count"), 1, int.MaxValue, section.Log) ?? 1
            : 1;
        var sample = new ProblemSample(count, section.OptionalLong("seed", long.MinValue, long.MaxValue) ?? 0);
        section.Close();
        return sample;
    }

    // What cannot be read is reported, and its placeholder goes no further: the whole source is dropped then.
    private static List<T>? ReadDistinct<T>(
        SectionReader section, string key, string expected, string one, Func<SourceNode, string, T> read) where T : notnull
    {
        if (section.Optional(key) is not { } node)
        {
            return null;
        }

        List<T> values = [];
        foreach (var (item, path) in section.Items(node, key, expected))
        {
            var faultsBefore = section.Log.Count;
            var value = read(item, path);
            if (values.Contains(value) && section.Log.Count == faultsBefore)
            {
                section.Log.Add(item.Line, item.Column, path, $"duplicate {one} {Quoted.Of($"{value}")}", "Keep one of them");
            }

            values.Add(value);
        }

        return values;
    }
}
