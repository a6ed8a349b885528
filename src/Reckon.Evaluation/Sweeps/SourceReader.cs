using Reckon.Evaluation.Datasets;
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
            paths.Descriptor(section, "descriptor"));
        section.Close();
        return root.Log.Count == faultsBefore ? source : new DatasetSource(""); // Half a source would read the dataset wrongly.
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
