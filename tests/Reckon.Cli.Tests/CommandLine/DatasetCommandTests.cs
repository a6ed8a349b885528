using Microsoft.Extensions.Time.Testing;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

public sealed class DatasetCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public DatasetCommandTests()
    {
        _folder.Write("dataset.json", """{"name":"sums","answer":{"kind":"integer"}}""");
        _folder.Write("test.jsonl", Line("a", "1+1?", "2") + Line("b", "2+2?", "4"));
        _folder.Write("train.jsonl", Line("c", "3+3?", "6") + Line("d", "2+2?", "4"));
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_clean_dataset_is_counted_and_answered_with_0()
    {
        Assert.Equal(0, await CheckAsync("test.jsonl"));
        Assert.Equal(
            "OK: sums: 2 problems; 0 repeated\n\nProblems by subject\nsubject  problems\nadding          2\n\nProblems by level\nlevel    problems\nlevel 3         2\n",
            _output.ToString());
        Assert.Empty(_error.ToString());
    }

    [Fact]
    public async Task Problems_in_common_are_warned_of_and_answered_with_0()
    {
        Assert.Equal(0, await CheckAsync("test.jsonl", "--against", _folder.File("train.jsonl")));
        Assert.StartsWith("OK: sums: 2 problems; 0 repeated, 1 also in the other dataset\n", _output.ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            $"warning: {_folder.File("test.jsonl")}:2:1: problem: the problem '2+2?' is also in line 2 of ",
            Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_that_stands_twice_is_warned_of_and_answered_with_0()
    {
        _folder.Write("test.jsonl", Line("a", "1+1?", "2") + Line("b", " 1+1?", "2"));

        Assert.Equal(0, await CheckAsync("test.jsonl"));
        Assert.Contains("first in line 1", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a", "2+2?", "4")]
    [InlineData("b", "2+2?", "")]
    [InlineData("b", "2+2?", "four")]
    [InlineData("b", "", "4")]
    public async Task What_a_sweep_would_refuse_is_answered_with_2(string id, string problem, string answer)
    {
        _folder.Write("test.jsonl", Line("a", "1+1?", "2") + Line(id, problem, answer));

        Assert.Equal(2, await CheckAsync("test.jsonl"));
        Assert.StartsWith($"{_folder.File("test.jsonl")}:2:1: ", Assert.Single(Errors()), StringComparison.Ordinal);
        Assert.Empty(_output.ToString());
    }

    [Fact]
    public async Task A_known_descriptor_is_taken_by_its_name()
    {
        _folder.Write("gsm8k_test.jsonl", "{\"question\":\"1+1?\",\"answer\":\"1+1=2\\n#### 2\"}\n");

        Assert.Equal(0, await CheckAsync("gsm8k_test.jsonl", "--descriptor", "gsm8k"));
        Assert.Equal("OK: gsm8k: 1 problem; 0 repeated", _output.ToString().Trim());
    }

    [Fact]
    public async Task The_other_dataset_may_have_a_descriptor_of_its_own()
    {
        _folder.Write("other.jsonl", "{\"question\":\"1+1?\",\"answer\":\"#### 2\"}\n");

        Assert.Equal(0, await CheckAsync("test.jsonl", "--against", _folder.File("other.jsonl"), "--against-descriptor", "gsm8k"));
        Assert.Contains("1 also in the other dataset", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none.jsonl")]
    [InlineData("test.jsonl", "--descriptor", "none.json")]
    [InlineData("test.jsonl", "--against", "none.jsonl")]
    public async Task A_file_that_is_not_there_is_answered_with_2(params string[] arguments)
    {
        Assert.Equal(2, await CheckAsync(arguments));
        Assert.Contains("there is no such file", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_it_assumes_where_nothing_describes_the_dataset()
    {
        File.Delete(_folder.File("dataset.json"));

        Assert.Equal(0, await CheckAsync("test.jsonl"));
        Assert.StartsWith("note: No dataset.json", Assert.Single(Errors()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dataset")]
    [InlineData("dataset", "check")]
    [InlineData("dataset", "chekc", "a.jsonl")]
    [InlineData("dataset", "check", "a.jsonl", "--against-descriptor", "math")]
    public async Task A_wrong_command_line_is_refused_with_2(params string[] arguments) => Assert.Equal(2, await InvokeAsync(arguments));

    [Theory]
    [InlineData("nope", "Use one of aime, amc, gsm8k, math, or the path of a file.")]
    [InlineData("mth", "Did you mean 'math'?")]
    public async Task A_descriptor_that_nobody_knows_is_answered_with_those_that_are_known(string named, string remedy)
    {
        Assert.Equal(2, await CheckAsync("test.jsonl", "--descriptor", named));
        Assert.Equal($"{named}: this is not a known descriptor, and there is no such file. {remedy}", Assert.Single(Errors()));
    }

    [Fact]
    public async Task A_flood_of_faults_is_cut_and_counted()
    {
        _folder.Write("test.jsonl", string.Concat(Enumerable.Range(0, 53).Select(i => Line($"{i}", "1+1?", "two"))));

        Assert.Equal(2, await CheckAsync("test.jsonl"));
        Assert.Equal(
            ["warning: and at least 2 more", "and at least 3 more"],
            Errors().Where(line => line.Contains("and at least", StringComparison.Ordinal)));
        Assert.Equal(50 + 1 + 50 + 1, Errors().Length);
    }

    [Fact]
    public async Task Nothing_in_a_dataset_reaches_the_terminal_unescaped()
    {
        _folder.Write("test.jsonl", Line("a", @"\u001b[2J", "2") + Line("b", @"\u001b[2J", "2")
            .Replace("adding", @"\u001b[2J", StringComparison.Ordinal));

        Assert.Equal(0, await CheckAsync("test.jsonl"));
        Assert.DoesNotContain('\u001b', _output.ToString() + _error);
    }

    private static string Line(string id, string problem, string answer) =>
        $$"""{"id":"{{id}}","problem":"{{problem}}","answer":"{{answer}}","subject":"adding","level":3}""" + "\n";

    private string[] Errors() => _error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private Task<int> CheckAsync(params string[] arguments) =>
        InvokeAsync(["dataset", "check", _folder.File(arguments[0]), .. arguments[1..]]);

    private Task<int> InvokeAsync(string[] arguments) =>
        new ReckonCommand(new FixedRun(_ => 0), "1.2.3", ProcessEnvironment.OfProcess(),
            new Terminal(_output, _error), new FaultLog(_folder.File("faults"), new FakeTimeProvider()))
            .InvokeAsync(arguments, TestContext.Current.CancellationToken);
}
