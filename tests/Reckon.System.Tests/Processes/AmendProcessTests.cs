using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed class AmendProcessTests
{
    private const string Small = "- bestOfN: { n: [1, 4] }";
    private const string Large = """
        - bestOfN: { n: [1, 4, 16] }
          - beam: { n: [4], width: 4 }
        """;

    [Fact]
    public async Task Seeds_problems_and_values_of_n_are_added_without_drawing_anything_again()
    {
        using var folder = new TempFolder();
        var (small, large) = (
            SweepFileOnDisk.Write(folder, problems: 4, strategies: Small),
            SweepFileOnDisk.Write(folder, problems: 6, sampling: "seeds: [0, 1]", strategies: Large, name: "large.yaml"));
        using var fresh = await ReckonProcess.RunAsync("run", large, "--out", folder.File("fresh"));
        using var first = await ReckonProcess.RunAsync("run", small, "--out", folder.File("out"));
        var drawnFirst = DrawnTokens(folder.File("out"));
        using var refused = await ReckonProcess.RunAsync("run", large, "--out", folder.File("out"));

        using var amended = await ReckonProcess.RunAsync("run", large, "--out", folder.File("out"), "--amend");

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("--amend", refused.Error, StringComparison.Ordinal);
        Assert.True(amended.ExitCode == ExitCode.Success, amended.Error);
        Assert.Equal(File.ReadAllText(folder.File("fresh/outcomes.jsonl")), File.ReadAllText(folder.File("out/outcomes.jsonl")));
        Assert.Equal(fresh.Output, amended.Output);
        Assert.True(drawnFirst > 0);
        Assert.Equal(DrawnTokens(folder.File("fresh")), drawnFirst + DrawnTokens(folder.File("out")));
    }

    [Fact]
    public async Task A_sweep_that_only_says_the_same_differently_draws_nothing()
    {
        using var folder = new TempFolder();
        var root = RepositoryRoot.Folder;
        var copy = folder.Write("more.jsonl", string.Join('\n', File.ReadLines(Path.Combine(root, "datasets/abacus/test.jsonl")).Take(3)));
        File.Copy(Path.Combine(root, "datasets/abacus/dataset.json"), folder.File("dataset.json"));
        var (before, after) = (
            SweepFileOnDisk.Write(folder, problems: 3, strategies: Small),
            SweepFileOnDisk.Write(folder, problems: 3, strategies: Small, dataset: copy, name: "after.yaml"));
        using var first = await ReckonProcess.RunAsync("run", before, "--out", folder.File("out"));

        using var amended = await ReckonProcess.RunAsync("run", after, "--out", folder.File("out"), "--amend");

        Assert.True(amended.ExitCode == ExitCode.Success, amended.Error);
        Assert.Equal(0, DrawnTokens(folder.File("out")));
    }

    private static long DrawnTokens(string results)
    {
        var timing = SummaryJson.Read(File.ReadAllText(Path.Combine(results, "summary.json"))).Timing!; // A run measures.
        return timing.GeneratedTokens;
    }
}
