using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Documents;
using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

public sealed class PlanningCommandTests : IDisposable
{
    private readonly TempFolder _folder = DemoFolder.Create();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string SweepPath => _folder.File("demo.yaml");

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Expand_lists_every_run_and_starts_nothing()
    {
        Assert.Equal(0, await InvokeAsync("expand", SweepPath));
        Assert.StartsWith("demo: 12 trials (runs: 3, problems: 2, seeds: 2)", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["best-of-n n=1", "best-of-n n=4", "beam n=4 width=2"],
            _output.ToString().Split('\n').Where(line => line.Contains('=', StringComparison.Ordinal)).Select(line => line[..18].TrimEnd()));
        Assert.Contains("half of what sampling allows, as the dataset has no solutions", _output.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("runs")));
    }

    private const string Prompt = "prompt: { system: Compute, examples: [{ problem: Compute 1+2., solution: \"3\\n#### 3\" }] }\n";

    [Fact]
    public async Task Prompt_shows_what_the_sweep_says_before_the_problem_to_the_proposer_alone()
    {
        _folder.Write("test.jsonl", """{"id":"p","problem":"Compute 3+4.","answer":"7"}""");
        _folder.Write("demo.yaml", DemoFolder.Sweep + "\n" + Prompt);

        Assert.Equal(0, await InvokeAsync("prompt", SweepPath, "p"));

        var shown = _output.ToString().Split("verifier ");
        Assert.Contains("Compute\n", shown[0], StringComparison.Ordinal);
        Assert.Contains("#### 3\n", shown[0], StringComparison.Ordinal);
        Assert.Contains("Compute 3+4.", shown[0], StringComparison.Ordinal);
        Assert.DoesNotContain("#### 3", shown[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_proposer_cannot_read_is_refused()
    {
        _folder.Write("demo.yaml", DemoFolder.Sweep + "\nprompt: { system: Schnurzel }\n");

        Assert.Equal(2, await InvokeAsync("validate", SweepPath));
        Assert.Contains("prompt: the proposer cannot be put problem 'p0': it has no tokens for 1 words", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_counts_the_dataset_s_solutions_in_the_model_s_tokens()
    {
        _folder.Write("test.jsonl", """{"id":"p","problem":"Compute 1+2.","answer":"3","solution":"3\n#### 3"}""");

        Assert.Equal(0, await InvokeAsync("estimate", SweepPath, "--json"));

        using var document = JsonDocument.Parse(_output.ToString());
        var workload = document.RootElement.GetProperty("estimate").GetProperty("workload");
        Assert.Equal("solutions", workload.GetProperty("basis").GetString());
        Assert.Equal(2, workload.GetProperty("steps").GetDouble());
        Assert.Equal(5, workload.GetProperty("proposer").GetProperty("answer").GetDouble()); // Four tokens and the end mark.
        Assert.Equal(JsonValueKind.Null, document.RootElement.GetProperty("time").ValueKind);
    }

    [Fact]
    public async Task Estimate_takes_the_rate_of_other_results()
    {
        var timed = Some.Summary with { Timing = new(10, 500, 0, 0, 50, 1, 1, 2, 1, true) };
        _folder.Write("like/summary.json", SummaryJson.Write(timed));

        Assert.Equal(0, await InvokeAsync("estimate", SweepPath, "--like", _folder.File("like")));
        Assert.Contains("generated tokens at 50 a second, as measured in", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("note: the results of --like are of other models", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_says_how_to_get_a_rate_and_refuses_results_without_one()
    {
        Assert.Equal(0, await InvokeAsync("estimate", SweepPath));
        Assert.Contains("Time: unknown. Give a rate with --tokens-per-second N, or --like DIR", _output.ToString(), StringComparison.Ordinal);

        _folder.Write("like/summary.json", SummaryJson.Write(Some.Summary));
        Assert.Equal(2, await InvokeAsync("estimate", SweepPath, "--like", _folder.File("like")));
        Assert.Contains("says of no tokens how fast they were generated", _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await InvokeAsync("estimate", SweepPath, "--like", _folder.File("nowhere")));
        Assert.Contains("there is no summary.json", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--tokens-per-second", "0")]
    [InlineData("--tokens-per-second", "fast")]
    [InlineData("--tokens-per-second", "1e999")]
    [InlineData("--tokens-per-second", "5", "--like", "runs/demo")]
    public async Task Estimate_refuses_a_rate_that_is_none(params string[] options)
    {
        Assert.Equal(2, await InvokeAsync(["estimate", SweepPath, .. options]));
        Assert.Contains(options.Length == 2 ? "needs a number above 0" : "both give a rate", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Theory, InlineData("expand"), InlineData("estimate")]
    public async Task A_sweep_that_is_wrong_is_neither_expanded_nor_estimated(string command)
    {
        _folder.Write("demo.yaml", DemoFolder.Sweep.Replace("limit: 2", "where: { level: 9 }", StringComparison.Ordinal));

        Assert.Equal(2, await InvokeAsync(command, SweepPath));
        Assert.Contains("dataset.where names level 9, and no problem has it. No problem has a level", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    private Task<int> InvokeAsync(params string[] arguments) => new ReckonCommand(
        new FixedRun(_ => 0), "1.2.3", new ProcessEnvironment(Processors: 4, _folder.Path, new Dictionary<string, string>()),
        new Terminal(_output, _error), new FaultLog(_folder.File("faults"), new FakeTimeProvider())).InvokeAsync(arguments, TestContext.Current.CancellationToken);
}
