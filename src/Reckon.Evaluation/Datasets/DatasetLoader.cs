using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;

namespace Reckon.Evaluation.Datasets;

/// <summary>Reads datasets from disk.</summary>
public static class DatasetLoader
{
    /// <summary>The file next to a dataset that describes it.</summary>
    public const string DescriptorName = "dataset.json";

    private const long MaxBytes = 1L << 30;
    private const long MaxDescriptorBytes = 1 << 20;

    private static readonly DiskFiles _files = new();

    /// <summary>The dataset at <paramref name="source"/>, or everything that is wrong with it or its descriptor.</summary>
    public static Validated<Dataset> Load(DatasetSource source) => Open(source).Then(file => DatasetParser.Parse(file, source));

    /// <summary>The file at <paramref name="source"/> with its descriptor, or why either cannot be read.</summary>
    public static Validated<DatasetFile> Open(DatasetSource source) =>
        DiskFiles.Read(source.Path, MaxBytes).Then(bytes =>
            Descriptor(source).Then(descriptor =>
                new Validated<DatasetFile>.Valid(new DatasetFile(source.Path, bytes, descriptor, source.Descriptor))));

    private static Validated<DatasetDescriptor> Descriptor(DatasetSource source)
    {
        if (source.Descriptor is { } named)
        {
            return KnownDescriptors.Find(named) ?? (_files.Exists(named) ? Read(named) : Unknown(named));
        }

        var beside = Path.Combine(Path.GetDirectoryName(source.Path) ?? "", DescriptorName);
        return _files.Exists(beside) ? Read(beside) : new Validated<DatasetDescriptor>.Valid(DatasetDescriptor.Absent);
    }

    private static Validated<DatasetDescriptor>.Invalid Unknown(string named) =>
        new([new Diagnostic(named, 0, 0, "", "this is not a known descriptor, and there is no such file", KnownDescriptors.Remedy(named))]);

    private static Validated<DatasetDescriptor> Read(string path) =>
        DiskFiles.Read(path, MaxDescriptorBytes).Then(bytes => DescriptorParser.Parse(bytes, path));
}
