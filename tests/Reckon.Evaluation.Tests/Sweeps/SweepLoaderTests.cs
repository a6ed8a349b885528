using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.Tests.Sweeps;

public sealed class SweepLoaderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Finds_what_a_sweep_names_relative_to_the_sweep_and_makes_the_paths_absolute()
    {
        foreach (var name in (string[])["sweeps/demo.yaml", "datasets/test.jsonl", "models/writer/reckon.json", "models/judge/reckon.json"])
        {
            var path = Path.Combine(_folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!); // The path has a folder.
            File.WriteAllText(path, SweepText.Full);
        }

        var spec = Assert.IsType<Validated<SweepSpec>.Valid>(
            SweepLoader.Load(Path.Combine(_folder.FullName, "sweeps", "demo.yaml"), StrategyRegistry.BuiltIn)).Value;

        Assert.Equal(Path.Combine(_folder.FullName, "datasets", "test.jsonl"), spec.Dataset.Path);
        Assert.Equal(Path.Combine(_folder.FullName, "models", "judge"), spec.Models.Verifier);
    }

    [Fact]
    public void Reports_a_file_that_is_not_there()
    {
        var path = Path.Combine(_folder.FullName, "none.yaml");

        var fault =
            Assert.Single(Assert.IsType<Validated<SweepSpec>.Invalid>(SweepLoader.Load(path, StrategyRegistry.BuiltIn)).Diagnostics);

        Assert.Equal($"{path}: there is no such file. Correct the path.", fault.ToString());
    }
}
