using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed class TreesProcessTests
{
    private const int Problems = 200; // Some seconds of work, so that it can be killed.

    [Fact]
    public async Task A_finished_sweep_can_be_read_and_graded_again_without_its_models()
    {
        using var folder = new TempFolder();
        using var run = await ReckonProcess.RunAsync("run", SweepFileOnDisk.Write(folder, problems: 3), "--out", folder.File("out"));
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        var before = Bytes(folder, "out");

        using var problem = await ReckonProcess.RunAsync("show", folder.File("out"), "abacus-test-0002");
        using var trial = await ReckonProcess.RunAsync("show", folder.File("out"), "abacus-test-0002", "--run", "beam n=16 width=4");
        using var json = await ReckonProcess.RunAsync("show", folder.File("out"), "abacus-test-0002", "--json");
        using var regraded = await ReckonProcess.RunAsync("regrade", folder.File("out"));

        Assert.Contains("best-of-n n=16", problem.Output, StringComparison.Ordinal);
        Assert.Contains("Candidates", trial.Output, StringComparison.Ordinal);
        Assert.StartsWith("{\"problem\":", json.Output, StringComparison.Ordinal);
        Assert.True(regraded.ExitCode == ExitCode.Success, regraded.Error);
        Assert.Equal(run.Output, regraded.Output);
        Assert.Equal(before, Bytes(folder, "out"));
    }

    [Fact]
    public async Task The_trees_of_a_run_that_was_killed_are_those_of_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, Problems);
        using var undisturbed = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("undisturbed"));
        using var victim = ReckonProcess.Start("run", sweep, "--out", folder.File("killed"));
        await victim.UntilTrialsAsync(Problems);
        await victim.KillAsync();

        using var last = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("killed"));

        Assert.True(last.ExitCode == ExitCode.Success, last.Error);
        Assert.Equal(Bytes(folder, "undisturbed"), Bytes(folder, "killed"));
    }

    [Fact]
    public async Task Trees_can_be_left_out_and_had_later_from_what_was_drawn()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 3);
        var text = File.ReadAllText(sweep);
        File.WriteAllText(sweep, $"{text}\ntrees: false\n");
        using var without = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        using var refused = await ReckonProcess.RunAsync("show", folder.File("out"), "abacus-test-0002");
        Assert.False(Directory.Exists(folder.File("out/trees")));

        File.WriteAllText(sweep, text);
        using var later = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        using var whole = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("whole"));

        Assert.Equal((ExitCode.Success, ExitCode.Usage, ExitCode.Success), (without.ExitCode, refused.ExitCode, later.ExitCode));
        Assert.Equal(Bytes(folder, "whole"), Bytes(folder, "out"));
        Assert.Contains("\"generatedTokens\": 0", File.ReadAllText(folder.File("out/summary.json")), StringComparison.Ordinal);
    }

    private static string Bytes(TempFolder folder, string results) => string.Join('\n', Directory
        .EnumerateFiles(folder.File($"{results}/trees"))
        .Append(folder.File($"{results}/outcomes.jsonl"))
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetFileName(file)} {Convert.ToHexString(global::System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"));
}
