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
            Exclude = ReadExcluded(section),
        };
        section.Close();
        return root.Log.Count == faultsBefore ? source : new DatasetSource(""); // Half a source would read the dataset wrongly.
    }

    private static List<string>? ReadExcluded(SectionReader section)
    {
        const string key = "exclude";
        if (section.Optional(key) is not { } node)
        {
            return null;
        }

        List<string> ids = [];
        foreach (var (item, path) in section.Items(node, key, "ids of problems"))
        {
            var id = ValueReader.Text(item, path, "the id of a problem", section.Log);
            if (id.Length > 0 && ids.Contains(id))
            {
                section.Log.Add(item.Line, item.Column, path, $"the id {Quoted.Of(id)} stands here twice", "Keep one of them");
            }

            ids.Add(id);
        }

        return ids;
    }

    public ModelPaths ReadModels()
    {
        if (root.RequiredSection("models") is not { } section)
        {
            return new ModelPaths("", "");
        }

        var models = new ModelPaths(
            paths.Model(section, "proposer", "the folder of the model that writes"),
            section.Optional("verifier") is null ? null : paths.Model(section, "verifier", "the folder of the model that judges"));
        section.Close();
        return models;
    }
}
