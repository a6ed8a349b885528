using System.Text.Json.Nodes;
using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Testing;

namespace Reckon.System.Tests.Processes;

public sealed class PromptProcessTests
{
    private const string Small = "- bestOfN: { n: [2] }";

    [Fact]
    public async Task A_problem_that_does_not_fit_the_models_is_told_before_anything_starts_and_left_out_on_request()
    {
        using var folder = new TempFolder();
        var data = Data(folder, string.Join(' ', Enumerable.Repeat("1", 200)));
        var strict = SweepFileOnDisk.Write(folder, problems: 3, strategies: Small, dataset: data);
        var lenient = SweepFileOnDisk.Write(folder, problems: 3, sampling: "onOverlong: skip", strategies: Small, dataset: data, name: "skip.yaml");

        using var refused = await ReckonProcess.RunAsync("run", strict, "--out", folder.File("strict"));
        using var run = await ReckonProcess.RunAsync("run", lenient, "--out", folder.File("out"));

        Assert.Equal(ExitCode.Usage, refused.ExitCode);
        Assert.Contains("'abacus-test-0002' takes 401 tokens, and the proposer's context has 256", refused.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("strict")));
        Assert.True(run.ExitCode == ExitCode.Success, run.Error);
        Assert.Contains("2 problems (left out: 1 too long for the models)", run.Output, StringComparison.Ordinal);
        var summary = SummaryJson.Read(File.ReadAllText(folder.File("out/summary.json")));
        Assert.Equal((2, 1), (summary.Dataset.Problems, summary.Dataset.Overlong));
    }

    [Fact]
    public async Task Text_that_a_model_cannot_read_is_counted_and_too_much_of_it_refused()
    {
        using var folder = new TempFolder();
        var data = Data(folder, new string('x', 1_000));
        var strict = SweepFileOnDisk.Write(folder, problems: 3, strategies: Small, dataset: data);
        var lenient = SweepFileOnDisk.Write(folder, problems: 3, sampling: "maxUnknownText: 1", strategies: Small, dataset: data, name: "lenient.yaml");

        using var refused = await ReckonProcess.RunAsync("validate", strict);
        using var taken = await ReckonProcess.RunAsync("validate", lenient);

        Assert.Equal((ExitCode.Usage, ExitCode.Success), (refused.ExitCode, taken.ExitCode));
        Assert.Contains("1 words (1,000 characters) in 1 of 3 problems are unknown to the proposer's tokenizer", refused.Error, StringComparison.Ordinal);
        Assert.Contains("warning: 1 words (1,000 characters) in 1 of 3 problems", taken.Error, StringComparison.Ordinal);
    }

    // Three problems of the benchmark, the second with another question.
    private static string Data(TempFolder folder, string question)
    {
        var source = Path.Combine(RepositoryRoot.Folder, "datasets/abacus");
        File.Copy(Path.Combine(source, "dataset.json"), folder.File("dataset.json"));
        var lines = File.ReadLines(Path.Combine(source, "test.jsonl")).Take(3).ToArray();
        var problem = JsonNode.Parse(lines[1])!;
        problem["problem"] = question;
        lines[1] = problem.ToJsonString();
        return folder.Write("data.jsonl", string.Join('\n', lines));
    }
}
