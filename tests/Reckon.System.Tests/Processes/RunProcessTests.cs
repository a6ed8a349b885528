using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Search.Selecting;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed class RunProcessTests
{
    private const int Problems = 240; // Some seconds of work, so that it can be interrupted.
    private const int Trials = 3 * Problems;

    [Fact]
    public async Task A_run_that_was_killed_again_and_again_ends_with_the_results_of_an_undisturbed_one()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, Problems);
        using var undisturbed = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("undisturbed"));
        Assert.Equal(ExitCode.Success, undisturbed.ExitCode);

        foreach (var trials in (int[])[1, Trials / 4, Trials / 2])
        {
            using var victim = ReckonProcess.Start("run", sweep, "--out", folder.File("killed"));
            await victim.UntilTrialsAsync(trials);
            await victim.KillAsync();
        }

        using var last = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("killed"));

        Assert.True(last.ExitCode == ExitCode.Success, last.Error);
        Assert.Equal(File.ReadAllText(folder.File("undisturbed/outcomes.jsonl")), File.ReadAllText(folder.File("killed/outcomes.jsonl")));
        Assert.Equal(SummaryWithoutTiming(folder.File("undisturbed")), SummaryWithoutTiming(folder.File("killed")));
        Assert.Equal(undisturbed.Output, last.Output);
    }

    [Fact]
    public async Task An_interrupted_run_says_how_to_go_on_and_goes_on()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, Problems);
        using var interrupted = ReckonProcess.Start("run", sweep, "--out", folder.File("out"));
        await interrupted.UntilTrialsAsync(1);

        interrupted.SendInterrupt();

        Assert.Equal(ExitCode.Interrupted, await interrupted.ExitAsync());
        Assert.Contains("same command", interrupted.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("out/summary.json")));
        using var resumed = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        Assert.Equal(ExitCode.Success, resumed.ExitCode);
    }

    [Fact]
    public async Task A_sweep_without_a_verifier_draws_the_same_and_votes()
    {
        using var folder = new TempFolder();
        var judged = SweepFileOnDisk.Write(folder, problems: 4);
        using var with = await ReckonProcess.RunAsync("run", judged, "--out", folder.File("with"));
        var text = File.ReadAllText(judged).Split('\n').Where(line => !line.Contains("beam", StringComparison.Ordinal));
        File.WriteAllLines(judged, text.Select(line => line.Contains("verifier", StringComparison.Ordinal)
            ? line[..line.IndexOf(", verifier", StringComparison.Ordinal)] + " }" : line));

        using var without = await ReckonProcess.RunAsync("run", judged, "--out", folder.File("without"));

        Assert.True(without.ExitCode == ExitCode.Success, without.Error);
        var expected = Majorities(folder.File("with")).Where(trial => trial.Run.StartsWith("best-of-n", StringComparison.Ordinal));
        Assert.Equal(expected, Majorities(folder.File("without")));
        Assert.Contains("verifier: none", without.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_whose_budget_leaves_problems_out_says_so_and_lists_them()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 4);
        File.AppendAllText(sweep, "\nbudget: { sweep: { trials: 7 } }\n");

        using var first = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        using var again = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));

        Assert.True(first.ExitCode == ExitCode.LimitReached, first.Error);
        Assert.Equal(2, SummaryJson.Read(File.ReadAllText(folder.File("out/summary.json"))).NotRun?.Length);
        Assert.Equal(6, File.ReadLines(folder.File("out/outcomes.jsonl")).Count());
        Assert.Contains("left out 2 of 4 problems", first.Error, StringComparison.Ordinal);
        Assert.Contains("not run: 2 of 4 problems", first.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.LimitReached, first.Output), (again.ExitCode, again.Output));
    }

    [Fact]
    public async Task A_finished_sweep_is_a_no_op_that_prints_its_table()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2);
        using var first = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        var written = File.GetLastWriteTimeUtc(folder.File("out/summary.json"));

        using var second = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));

        Assert.Equal(ExitCode.Success, second.ExitCode);
        Assert.Equal(first.Output, second.Output);
        Assert.Contains("best-of-n n=16", second.Output, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.File("out/summary.json")));
    }

    [Fact]
    public async Task A_finished_sweep_is_printed_where_its_folder_cannot_be_written_to()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2);
        using var first = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        File.Delete(folder.File("out/.lock"));
        Directory.CreateDirectory(folder.File("out/.lock")); // In the way of whoever would write, whatever the rights of the one who runs the test.

        using var second = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        using var shown = await ReckonProcess.RunAsync("show", folder.File("out"), "abacus-test-0001");

        Assert.Equal((ExitCode.Success, ExitCode.Success), (second.ExitCode, shown.ExitCode));
        Assert.Equal(first.Output, second.Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    public async Task A_finished_sweep_whose_outcomes_were_lost_writes_them_again(string left)
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2);
        using var first = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));
        var outcomes = File.ReadAllText(folder.File("out/outcomes.jsonl"));
        File.WriteAllText(folder.File("out/outcomes.jsonl"), left);

        using var second = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));

        Assert.Equal(ExitCode.Success, second.ExitCode);
        Assert.Equal(outcomes, File.ReadAllText(folder.File("out/outcomes.jsonl")));
    }

    [Fact]
    public async Task A_sweep_whose_models_do_not_run_leaves_its_folder_to_others()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2);
        using var refused = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"), "--device", "Cuda");
        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.DoesNotContain('\u001B', refused.Error);

        Assert.False(File.Exists(folder.File("out/sweep.json")));
    }

    [Fact]
    public async Task Two_runs_cannot_share_a_folder()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, Problems);
        using var first = ReckonProcess.Start("run", sweep, "--out", folder.File("out"));
        await first.UntilTrialsAsync(0);

        using var second = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));

        Assert.Equal(ExitCode.Usage, second.ExitCode);
        Assert.Contains("another run", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_model_is_refused_before_anything_starts()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2, verifier: folder.File("prm"));
        CopyFolder(Path.Combine(RepositoryRoot.Folder, "models", "abacus-prm"), folder.File("prm"));
        await using (var model = File.OpenWrite(folder.File("prm/model.onnx")))
        {
            model.SetLength(model.Length / 2);
        }

        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));

        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("model.onnx", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("out")));
    }

    [Fact]
    public async Task Results_that_cannot_be_written_are_a_failure()
    {
        using var folder = new TempFolder();
        var sweep = SweepFileOnDisk.Write(folder, problems: 2);
        Directory.CreateDirectory(folder.File("out"));
        File.WriteAllText(folder.File("out/.lock"), "");
        Directory.CreateDirectory(folder.File("out/summary.json")); // A folder where the file belongs.

        using var run = await ReckonProcess.RunAsync("run", sweep, "--out", folder.File("out"));

        Assert.Equal(ExitCode.Internal, run.ExitCode);
        Assert.Contains("summary.json", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pipe_gets_plain_lines_without_escapes()
    {
        using var folder = new TempFolder();
        using var run = await ReckonProcess.RunAsync("run", SweepFileOnDisk.Write(folder, problems: 2), "--out", folder.File("out"));

        Assert.DoesNotContain('\u001B', run.Output + run.Error);
        Assert.Contains("6/6 trials", run.Error, StringComparison.Ordinal);
    }

    private static string SummaryWithoutTiming(string folder) =>
        SummaryJson.Write(SummaryJson.Read(File.ReadAllText(Path.Combine(folder, "summary.json"))) with { Timing = null });

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    private static IEnumerable<(string Problem, string Run, string? Answer, long Generated)> Majorities(string results) =>
        File.ReadLines(Path.Combine(results, "outcomes.jsonl")).Select(OutcomeJson.Read).Select(outcome => (
            outcome.ProblemId,
            outcome.Run,
            outcome.Selections.Single(selection => selection.Rule == SelectionRule.Majority).Answer,
            outcome.Cost.GeneratedTokens));
}
