using System.Text;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.Serving;

/// <summary>Reads a dataset that was handed in with a sweep.</summary>
internal static class UploadedDataset
{
    /// <summary>The dataset that <paramref name="source"/> means among <paramref name="files"/>, or everything that is wrong with it.</summary>
    public static Validated<Dataset> Read(DatasetSource source, UploadedFiles files)
    {
        var name = Path.GetFileName(source.Path);
        return files.Find(name) is { } text
            ? DescriptorOf(source, files).Then(descriptor => DatasetParser.Parse(
                new DatasetFile(name, Encoding.UTF8.GetBytes(text), descriptor, source.Descriptor), source))
            : Fault<Dataset>(name, "the sweep's dataset is not among the files that were handed in", "Add it to 'files' under that name");
    }

    private static Validated<DatasetDescriptor> DescriptorOf(DatasetSource source, UploadedFiles files)
    {
        if (source.Descriptor is { } named && KnownDescriptors.Find(named) is { } known)
        {
            return known;
        }

        var name = Path.GetFileName(source.Descriptor ?? DatasetLoader.DescriptorName);
        return (files.Find(name), source.Descriptor) switch
        {
            ({ } text, _) => DescriptorParser.Parse(Encoding.UTF8.GetBytes(text), name),
            (null, null) => new Validated<DatasetDescriptor>.Valid(DatasetDescriptor.Absent),
            _ => Fault<DatasetDescriptor>(
                name, "the dataset's descriptor is not among the files that were handed in", "Add it to 'files' under that name"),
        };
    }

    private static Validated<T>.Invalid Fault<T>(string file, string message, string remedy) =>
        new([new Diagnostic(file, 0, 0, "", message, remedy)]);
}
