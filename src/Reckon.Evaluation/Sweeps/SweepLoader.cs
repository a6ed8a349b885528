using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Reads sweep files from disk.</summary>
public static class SweepLoader
{
    /// <summary>
    /// The spec in the file at <paramref name="path"/>, its own paths made absolute, or everything that is wrong with it.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="strategies">The strategies that it may name.</param>
    public static Validated<SweepSpec> Load(string path, StrategyRegistry strategies) => Read(path, strategies).Spec;

    /// <summary>Like <see cref="Load"/>, but also returns what the file names where other parts of it are wrong.</summary>
    public static SweepReading Read(string path, StrategyRegistry strategies) => DiskFiles.Read(path, SweepParser.MaxBytes) switch
    {
        Validated<byte[]>.Valid(var bytes) => Absolute(SweepParser.Read(bytes, path, new DiskFiles(), strategies)),
        Validated<byte[]>.Invalid(var faults) => new SweepReading(null, faults),
        _ => throw new InvalidOperationException("A result is valid or invalid."),
    };

    private static SweepReading Absolute(SweepReading reading) =>
        reading.Draft is { } draft ? reading with { Draft = Absolute(draft) } : reading;

    private static SweepSpec Absolute(SweepSpec spec) => spec with
    {
        Dataset = spec.Dataset with { Path = Absolute(spec.Dataset.Path), Descriptor = Descriptor(spec.Dataset.Descriptor) },
        Models = spec.Models with
        {
            Proposer = Absolute(spec.Models.Proposer),
            Verifier = spec.Models.Verifier is { } verifier ? Absolute(verifier) : null,
        },
    };

    private static string? Descriptor(string? descriptor) =>
        descriptor is null || KnownDescriptors.Names.Contains(descriptor) ? descriptor : Absolute(descriptor);

    // A path that is wrong has been reported, and is empty.
    private static string Absolute(string path) => path.Length == 0 ? "" : Path.GetFullPath(path);
}
