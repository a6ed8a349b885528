using Reckon.Evaluation;

namespace Reckon.Cli;

/// <summary>A sweep file with the dataset that it names, both checked.</summary>
/// <param name="Spec">The sweep; its paths are absolute.</param>
/// <param name="Dataset">Its problems.</param>
internal sealed record SweepFile(SweepSpec Spec, Dataset Dataset)
{
    /// <summary>Trials of the whole sweep.</summary>
    public long Trials => (long)Spec.Trials().Length * Dataset.Problems.Length;

    /// <summary>Reads the file at <paramref name="path"/> and its dataset, or says everything that is wrong with the one or the other.</summary>
    public static Validated<SweepFile> Load(string path) =>
        SweepLoader.Load(path).Then(spec =>
            DatasetLoader.Load(spec.Dataset).Then(dataset =>
                new Validated<SweepFile>.Valid(new SweepFile(spec, dataset))));
}
