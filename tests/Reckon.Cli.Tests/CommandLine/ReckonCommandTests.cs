using Microsoft.Extensions.Time.Testing;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Cli.Running;
using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

public sealed class ReckonCommandTests : IDisposable
{
    private readonly TempFolder _folder = DemoFolder.Create();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly Dictionary<string, string> _variables = [];

    private string SweepPath => _folder.File("demo.yaml");

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("run")]
    [InlineData("validate")]
    [InlineData("frobnicate")]
    [InlineData("validate", "a.yaml", "b.yaml")]
    [InlineData("run", "a.yaml", "--nonsense")]
    [InlineData("run", "a.yaml", "--out")]
    [InlineData()]
    public async Task A_wrong_command_line_is_refused_with_2(params string[] arguments)
    {
        Assert.Equal(2, await InvokeAsync(arguments));
        Assert.Contains("See 'reckon --help'.", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Help_names_the_commands()
    {
        Assert.Equal(0, await InvokeAsync("--help"));
        Assert.Contains("run <SWEEP.yaml>", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("validate <SWEEP.yaml>", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_of_a_command_needs_none_of_its_arguments() => Assert.Equal(0, await InvokeAsync("run", "--help"));

    [Fact]
    public async Task Version_is_printed_alone()
    {
        Assert.Equal(0, await InvokeAsync("--version"));
        Assert.Equal("1.2.3", _output.ToString().Trim());
    }

    [Fact]
    public async Task Validate_counts_the_trials()
    {
        Assert.Equal(0, await InvokeAsync("validate", SweepPath));
        Assert.Equal("OK: demo: 3 strategies × 2 seeds × 2 problems = 12 trials", _output.ToString().Trim());
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Validate_speaks_of_one_as_of_one()
    {
        _folder.Write("demo.yaml", DemoFolder.Sweep.Replace("limit: 2", "limit: 1", StringComparison.Ordinal)
            .Replace("[0, 1]", "[0]", StringComparison.Ordinal));

        await InvokeAsync("validate", SweepPath);

        Assert.Equal("OK: demo: 3 strategies × 1 seed × 1 problem = 3 trials", _output.ToString().Trim());
    }

    [Fact]
    public async Task Validate_writes_every_fault_of_a_sweep_on_a_line_and_answers_2()
    {
        _folder.Write("demo.yaml", DemoFolder.Sweep.Replace("limit: 2", "limit: 0", StringComparison.Ordinal)
            .Replace("width: 2", "widht: 2", StringComparison.Ordinal));

        Assert.Equal(2, await InvokeAsync("validate", SweepPath));
        Assert.Equal(
            [
                $"{SweepPath}:4:37: dataset.limit: expected a whole number of at least 1, found '0'. Write such a number, without quotes.",
                $"{SweepPath}:9:11: strategies[1].beam.width: a whole number from 1 to 10000, or sqrt (the square root of n, rounded down) is missing. Add 'width: …'.",
                $"{SweepPath}:9:21: strategies[1].beam.widht: the key 'widht' is unknown. Did you mean 'width'?",
            ],
            _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task Validate_looks_into_both_models_and_tells_all_at_once()
    {
        _folder.Write("demo.yaml", DemoFolder.Sweep.Replace("writer, verifier: judge", "no-writer, verifier: no-judge", StringComparison.Ordinal));
        _folder.Write("no-writer/reckon.json", "{}");
        _folder.Write("no-judge/reckon.json", "not JSON");

        Assert.Equal(2, await InvokeAsync("validate", SweepPath));
        Assert.Contains("no-writer", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("no-judge", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_tells_the_faults_of_sweep_dataset_and_models_together()
    {
        _folder.Write("demo.yaml", DemoFolder.Sweep.Replace("width: 2", "widht: 2", StringComparison.Ordinal)
            .Replace("writer, verifier: judge", "judge, verifier: writer", StringComparison.Ordinal));
        _folder.Write("test.jsonl", "{\"id\":\"a\",\"problem\":\"?\",\"answer\":\"\"}\n");

        Assert.Equal(2, await InvokeAsync("validate", SweepPath));
        Assert.Equal(
            [
                $"{SweepPath}:9:11: strategies[1].beam.width: a whole number from 1 to 10000, or sqrt (the square root of n, rounded down) is missing. Add 'width: …'.",
                $"{SweepPath}:9:21: strategies[1].beam.widht: the key 'widht' is unknown. Did you mean 'width'?",
                $"{_folder.File("test.jsonl")}:1:1: answer: the field is empty. Fill it in, or remove the line.",
                $"{_folder.File("judge")}: reckon.json: expected 'role' to be Proposer, not Verifier. Use another model here.",
                $"{_folder.File("writer")}: reckon.json: expected 'role' to be Verifier, not Proposer. Use another model here.",
            ],
            _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Validate_does_not_read_a_dataset_by_half_of_what_the_sweep_says_of_it()
    {
        _folder.Write("demo.yaml", DemoFolder.Sweep.Replace("limit: 2", "descriptr: gsm8k", StringComparison.Ordinal));
        _folder.Write("test.jsonl", "{\"question\":\"?\",\"answer\":\"#### 1\"}\n");

        Assert.Equal(2, await InvokeAsync("validate", SweepPath));
        Assert.DoesNotContain("test.jsonl:", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "needs more than 400 tokens to draw anything")] // What one answer is drawn and judged at, at most.
    [InlineData(450, "budget.tokens: best-of-n n=4 needs ")] // But not the prompts.
    public async Task Validate_refuses_a_budget_that_never_pays_a_first_round(int tokens, string complaint)
    {
        _folder.Write("demo.yaml", $"{DemoFolder.Sweep}\nbudget: {{ tokens: {tokens} }}\n");

        Assert.Equal(2, await InvokeAsync("validate", SweepPath));
        var complaints = _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, complaints.Length); // n = 1 and n = 4 begin with one answer, both.
        Assert.Contains(complaint, complaints[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_raised_as_far_as_validate_says_is_taken()
    {
        _folder.Write("demo.yaml", $"{DemoFolder.Sweep}\nbudget: {{ tokens: 450 }}\n");
        await InvokeAsync("validate", SweepPath);
        var raised = _error.ToString().Split("Raise budget.tokens to ")[1].Split(' ')[0];
        _folder.Write("demo.yaml", $"{DemoFolder.Sweep}\nbudget: {{ tokens: {raised} }}\n");

        Assert.Equal(0, await InvokeAsync("validate", SweepPath));
    }

    [Theory]
    [InlineData("--rows", "0")]
    [InlineData("--threads", "many")]
    [InlineData("--problems", "-3")]
    [InlineData("--device", "toaster")]
    [InlineData("--device", "7")]
    [InlineData("--out", "")]
    public async Task Run_refuses_an_option_out_of_its_range(string option, string value)
    {
        Assert.Equal(2, await InvokeAsync("run", SweepPath, option, value));
        Assert.NotEmpty(_error.ToString());
    }

    [Fact]
    public async Task Validate_looks_into_the_dataset()
    {
        _folder.Write("test.jsonl", "{\"id\":\"a\"}\n");

        Assert.Equal(2, await InvokeAsync("validate", SweepPath));
        Assert.Contains("test.jsonl:1:1: problem: the field is missing", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Validate_says_what_it_assumes_of_a_dataset()
    {
        File.Delete(_folder.File("dataset.json"));

        Assert.Equal(0, await InvokeAsync("validate", SweepPath));
        Assert.StartsWith("note: No dataset.json", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sweep_that_is_not_there_is_refused_with_2()
    {
        Assert.Equal(2, await InvokeAsync("validate", _folder.File("none.yaml")));
        Assert.Contains("none.yaml: there is no such file", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_starts_nothing_when_the_sweep_is_wrong()
    {
        _folder.Write("demo.yaml", "kind: Sweep");
        var run = new FixedRun(_ => 0);

        Assert.Equal(2, await InvokeAsync(run, "run", SweepPath));
        Assert.Null(run.Request);
    }

    [Fact]
    public async Task Run_hands_on_the_sweep_its_dataset_and_the_folder()
    {
        var run = new FixedRun(_ => 0);

        Assert.Equal(0, await InvokeAsync(run, "run", SweepPath, "--out", _folder.File("here")));
        Assert.Equal(("demo", 2, _folder.File("here")),
            (run.Request?.Inputs.Spec.Name, run.Request?.Inputs.Dataset.Problems.Length, run.Request?.OutFolder));
    }

    [Fact]
    public async Task Run_writes_to_a_folder_named_after_the_sweep_when_it_is_not_told()
    {
        var run = new FixedRun(_ => 0);

        await InvokeAsync(run, "run", SweepPath);

        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "runs", "demo"), run.Request?.OutFolder);
    }

    [Fact]
    public async Task Run_hands_on_the_settings_of_every_place()
    {
        _folder.Write("reckon.yaml", "router: { maxAttempts: 3 }");
        _variables["RECKON__Engine__MaxKeptTokens"] = "0";
        var run = new FixedRun(_ => 0);

        Assert.Equal(0, await InvokeAsync(run, "run", SweepPath, "--problems", "5"));

        var options = run.Request?.Settings.Options;
        Assert.Equal((3, 0, 5), (options?.Router.MaxAttempts, options?.Engine.MaxKeptTokens, options?.Coordinator.MaxProblemsRunning));
    }

    [Fact]
    public async Task Run_is_not_for_simulated_devices()
    {
        var run = new FixedRun(_ => 0);

        Assert.Equal(2, await InvokeAsync(run, "run", SweepPath, "--device", "Simulated"));

        Assert.Null(run.Request);
    }

    [Fact]
    public async Task Run_tells_what_is_wrong_with_settings_and_sweep_at_once_and_starts_nothing()
    {
        _folder.Write("demo.yaml", "kind: Sweep");
        _variables["RECKON__Engine__MaxRows"] = "abc";
        var run = new FixedRun(_ => 0);

        Assert.Equal(2, await InvokeAsync(run, "run", SweepPath));

        Assert.StartsWith("RECKON__Engine__MaxRows: expected a whole number from 1 to 4,096, found 'abc'.",
            _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("demo.yaml:", _error.ToString(), StringComparison.Ordinal);
        Assert.Null(run.Request);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public async Task Run_answers_what_the_run_does(int code) =>
        Assert.Equal(code, await InvokeAsync(new FixedRun(_ => code), "run", SweepPath));

    [Fact]
    public async Task A_failure_that_is_understood_is_one_line_and_its_own_code()
    {
        var run = new FixedRun(_ => throw new ResultsFolderException("runs/demo", "the folder is \u001b[31mtaken"));

        Assert.Equal(2, await InvokeAsync(run, "run", SweepPath));
        Assert.Equal("runs/demo: the folder is \\u{1b}[31mtaken", _error.ToString().Trim());
    }

    [Fact]
    public async Task An_unexpected_failure_is_one_line_a_log_and_1()
    {
        var run = new FixedRun(_ => throw new InvalidOperationException("boom\nbang"));

        Assert.Equal(1, await InvokeAsync(run, "run", SweepPath));

        var log = Assert.Single(Directory.GetFiles(_folder.File("faults")));
        Assert.Equal($"Unexpected failure: InvalidOperationException: boom\\u{{a}}bang (details are in {log})", _error.ToString().Trim());
        Assert.Contains(nameof(FixedRun), await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unexpected_failure_is_told_even_when_it_cannot_be_logged()
    {
        _folder.Write("faults", "a file in the place of the folder");

        Assert.Equal(1, await InvokeAsync(new FixedRun(_ => throw new InvalidOperationException("boom")), "run", SweepPath));
        Assert.Contains("the details could not be saved", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupt_reaches_the_run_and_ends_with_130()
    {
        using var interrupt = new CancellationTokenSource();
        var run = new FixedRun(token =>
        {
            interrupt.Cancel();
            token.ThrowIfCancellationRequested();
            return 0;
        });

        Assert.Equal(130, await Command(run).InvokeAsync(["run", SweepPath], interrupt.Token));
        Assert.Contains("Run the same command to resume.", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_an_unexpected_failure() =>
        Assert.Equal(1, await InvokeAsync(new FixedRun(_ => throw new OperationCanceledException()), "run", SweepPath));

    [Fact]
    public async Task A_path_may_begin_with_an_at_sign()
    {
        Assert.Equal(2, await InvokeAsync("validate", "@none.yaml"));
        Assert.StartsWith("@none.yaml: there is no such file", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'--bogus' is not an option of this command.", "run", "--bogus")]
    [InlineData("'--bogus' is not an option of this command.", "validate", "--bogus")]
    [InlineData("'--bogus' is not an option of this command.", "dataset", "check", "--bogus")]
    [InlineData("SWEEP.yaml is a path, and it is empty.", "run", "")]
    [InlineData("FILE.jsonl is a path, and it is empty.", "dataset", "check", " ")]
    [InlineData("--rows: expected a whole number from 1 to 4,096, found 'abc'.", "run", "demo.yaml", "--rows", "abc")]
    [InlineData("--threads: expected a whole number from 1 to 4 (the processors of this machine), found '1e3'.",
        "run", "demo.yaml", "--threads", "1e3")]
    public async Task A_wrong_word_on_the_command_line_is_named(string expected, params string[] arguments)
    {
        Assert.Equal(2, await InvokeAsync(arguments));
        Assert.StartsWith(expected, _error.ToString(), StringComparison.Ordinal);
    }

    private Task<int> InvokeAsync(params string[] arguments) => InvokeAsync(new FixedRun(_ => 0), arguments);

    [Theory]
    [InlineData("validate")]
    [InlineData("run")]
    public async Task Plugins_of_the_environment_are_loaded_unless_the_command_line_names_others(string command)
    {
        _variables["RECKON__Strategies__Plugins"] = "first.dll;second.dll";

        Assert.Equal(2, await InvokeAsync(command, SweepPath));
        Assert.Equal(["first.dll", "second.dll"], FilesWithFaults());
        _error.GetStringBuilder().Clear();
        Assert.Equal(2, await InvokeAsync(command, SweepPath, "--plugin", "third.dll", "--plugin", "fourth.dll"));
        Assert.Equal(["third.dll", "fourth.dll"], FilesWithFaults());
    }

    [Fact]
    public async Task Strategies_are_listed_with_what_they_take()
    {
        Assert.Equal(0, await InvokeAsync("strategies"));
        Assert.Contains("\nbestOfN: Draws n whole answers", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("  maxRounds  rounds of expansion at most: a whole number from 1 to 10000, by default 40\n",
            _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plugin_without_a_path_is_refused()
    {
        Assert.Equal(2, await InvokeAsync("validate", SweepPath, "--plugin", ""));
        Assert.Contains("--plugin: expected paths of files", _error.ToString(), StringComparison.Ordinal);
    }

    private IEnumerable<string> FilesWithFaults() =>
        _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]);

    private Task<int> InvokeAsync(IRunSweep run, params string[] arguments) =>
        Command(run).InvokeAsync(arguments, TestContext.Current.CancellationToken);

    private ReckonCommand Command(IRunSweep run) =>
        new(run, "1.2.3", new ProcessEnvironment(Processors: 4, _folder.Path, _variables),
            new Terminal(_output, _error), new FaultLog(_folder.File("faults"), new FakeTimeProvider()));
}
