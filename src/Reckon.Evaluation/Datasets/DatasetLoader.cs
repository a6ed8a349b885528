namespace Reckon.Evaluation;

/// <summary>Reads datasets from disk.</summary>
public static class DatasetLoader
{
    /// <summary>The file beside a dataset that describes it.</summary>
    public const string DescriptorName = "dataset.json";

    private const long MaxBytes = 1L << 30;
    private const long MaxDescriptorBytes = 1 << 20;

    /// <summary>The dataset at <paramref name="source"/>, or everything that is wrong with it or its descriptor.</summary>
    public static Validated<Dataset> Load(DatasetSource source)
    {
        return DiskFiles.Read(source.Path, MaxBytes).Then(bytes =>
            Descriptor(source.Path).Then(descriptor =>
                DatasetParser.Parse(bytes, source.Path, source.Limit, descriptor)));
    }

    private static Validated<DatasetDescriptor> Descriptor(string datasetPath)
    {
        var path = Path.Combine(Path.GetDirectoryName(datasetPath) ?? "", DescriptorName);
        return new DiskFiles().Exists(path)
            ? DiskFiles.Read(path, MaxDescriptorBytes).Then(bytes => DescriptorParser.Parse(bytes, path))
            : new Validated<DatasetDescriptor>.Valid(DatasetDescriptor.Absent);
    }
}
