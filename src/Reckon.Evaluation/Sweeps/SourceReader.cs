namespace Reckon.Evaluation;

/// <summary>Reads which dataset and which models a sweep is about.</summary>
internal sealed class SourceReader(SectionReader root, SweepPaths paths)
{
    public DatasetSource ReadDataset()
    {
        if (root.RequiredSection("dataset") is not { } section)
        {
            return new DatasetSource("");
        }

        var source = new DatasetSource(
            paths.File(section, "path", "the path of a JSONL file"),
            section.OptionalWhole("limit", 1, int.MaxValue),
            paths.Descriptor(section, "descriptor"));
        section.Close();
        return source;
    }

    public ModelPaths ReadModels()
    {
        if (root.RequiredSection("models") is not { } section)
        {
            return new ModelPaths("", "");
        }

        var models = new ModelPaths(
            paths.Model(section, "proposer", "the folder of the model that writes"),
            paths.Model(section, "verifier", "the folder of the model that judges"));
        section.Close();
        return models;
    }
}
