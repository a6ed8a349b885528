using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;
using Reckon.Evaluation.Sweeps;
using Reckon.Inference.Folders;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Client;

/// <summary>A sweep file with the files that it names, as they are handed in. What else is wrong with it, the cluster says.</summary>
/// <param name="Sweep">The text of the sweep file.</param>
/// <param name="Files">The text of the others, by name.</param>
internal sealed record SweepBundle(string Sweep, ImmutableDictionary<string, string> Files)
{
    private const long MaxBytes = 1L << 30;

    /// <summary>Reads the sweep file at <paramref name="path"/> and what it names, or says why they cannot be read.</summary>
    public static Validated<SweepBundle> Read(string path)
    {
        return DiskFiles.Read(path, SweepParser.MaxBytes).Then(bytes =>
        {
            var reading = SweepParser.Read(bytes, path, new NoModels(), StrategyRegistry.BuiltIn);
            return reading.Dataset is { } dataset
                ? FilesOf([.. PathsOf(dataset), .. reading.Policies], path).Then(files => new Validated<SweepBundle>.Valid(new SweepBundle(Encoding.UTF8.GetString(bytes), files)))
                : new Validated<SweepBundle>.Invalid(reading.Faults);
        });
    }

    // Files are handed in by their names alone, so two of them must not share one.
    private static Validated<ImmutableDictionary<string, string>> FilesOf(ImmutableArray<string> paths, string sweep)
    {
        if (paths.Distinct().GroupBy(path => Path.GetFileName(path)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            return new Validated<ImmutableDictionary<string, string>>.Invalid([new Diagnostic(
                sweep, 0, 0, "", $"two files of the sweep are named {Quoted.Of(twice.Key!)}, and are handed in by name", "Rename one of them")]);
        }

        var files = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var path in paths)
        {
            if (DiskFiles.Read(path, MaxBytes) is not Validated<byte[]>.Valid(var bytes))
            {
                return new Validated<ImmutableDictionary<string, string>>.Invalid(
                    ((Validated<byte[]>.Invalid)DiskFiles.Read(path, MaxBytes)).Diagnostics);
            }

            files[Path.GetFileName(path)] = Encoding.UTF8.GetString(bytes);
        }

        return new Validated<ImmutableDictionary<string, string>>.Valid(files.ToImmutable());
    }

    private static IEnumerable<string> PathsOf(DatasetSource dataset)
    {
        yield return dataset.Path;
        var beside = Path.Combine(Path.GetDirectoryName(dataset.Path) ?? "", DatasetLoader.DescriptorName);
        if (dataset.Descriptor is { } named)
        {
            if (KnownDescriptors.Find(named) is null)
            {
                yield return named;
            }
        }
        else if (File.Exists(beside))
        {
            yield return beside;
        }
    }

    // The cluster has the models; its client need not.
    private sealed class NoModels : IFileProbe
    {
        public bool Exists(string path) => Path.GetFileName(path) == ModelDescriptor.FileName || File.Exists(path);

        public bool IsFolder(string path) => Directory.Exists(path);

        public Validated<byte[]> Read(string path, long maxBytes) => DiskFiles.Read(path, maxBytes);
    }
}
