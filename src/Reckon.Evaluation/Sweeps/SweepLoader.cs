namespace Reckon.Evaluation;

/// <summary>Reads sweep files from disk.</summary>
public static class SweepLoader
{
    /// <summary>The spec in the file at <paramref name="path"/>, its own paths made absolute, or everything that is wrong with it.</summary>
    public static Validated<SweepSpec> Load(string path)
    {
        var files = new DiskFiles();
        return DiskFiles.Read(path, SweepParser.MaxBytes)
            .Then(bytes => SweepParser.Parse(bytes, path, files))
            .Then(spec => new Validated<SweepSpec>.Valid(Absolute(spec)));
    }

    private static SweepSpec Absolute(SweepSpec spec) => spec with
    {
        Dataset = spec.Dataset with { Path = Path.GetFullPath(spec.Dataset.Path), Descriptor = Absolute(spec.Dataset.Descriptor) },
        Models = new ModelPaths(Path.GetFullPath(spec.Models.Proposer), Path.GetFullPath(spec.Models.Verifier)),
    };

    private static string? Absolute(string? descriptor) =>
        descriptor is null || KnownDescriptors.Names.Contains(descriptor) ? descriptor : Path.GetFullPath(descriptor);
}
