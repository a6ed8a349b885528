using Microsoft.Extensions.Time.Testing;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

public sealed class ImportCommandTests : IDisposable
{
    private const string Samples = """
        {"problem_id":"p1","model":"m","method":"best_of_n","n":2,"run":"a","gold":"5","level":2,"subject":"s","samples":[{"i":0,"text":"so\n\n\\boxed{4}","prm":[0.9,0.2],"tokens":7},{"i":1,"text":"thus\n\n\\boxed{5}","prm":[0.9,0.8],"tokens":9}]}
        {"problem_id":"p2","model":"m","method":"best_of_n","n":2,"run":"a","gold":"7","level":1,"subject":"s","samples":[{"i":0,"text":"\\boxed{7}","prm":[0.9],"tokens":3},{"i":1,"text":"\\boxed{7}","prm":[0.1],"tokens":3}]}
        """;

    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Recorded_answers_become_results_that_are_graded_and_reported()
    {
        Assert.Equal(0, await ImportAsync(Samples));
        Assert.Equal(0, await InvokeAsync("report", _temp.File("out")));
        Assert.Equal(0, await InvokeAsync("export", _temp.File("out"), _temp.File("rows.csv"), "--candidates"));

        // Best-of-2 by the last score takes the right answer to both; the first answer alone is right to one.
        var rows = _output.ToString().Split('\n').Where(line => line.StartsWith("best-of-n n=", StringComparison.Ordinal)).ToList();
        Assert.Contains("50.0 [", rows[0], StringComparison.Ordinal);
        Assert.Contains("100.0 [", rows[1], StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(_temp.File("out"), "report", "report.html")));
        Assert.Equal(1 + 2 + 4, File.ReadAllLines(_temp.File("rows.csv")).Count(line => line.StartsWith('p') || line.StartsWith("problem", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_layout_of_search_and_learn_is_read_too()
    {
        Assert.Equal(0, await ImportAsync("""
            {"unique_id":"p1","problem":"2+3","answer":"5","level":1,"subject":"s","completions":["\\boxed{5}","\\boxed{6}"],"scores":[[0.9],[0.2]],"completion_tokens":[3,4]}
            """));

        Assert.Contains("weighted (last)", _output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "line 1")]
    [InlineData("""{"problem_id":"p","gold":"5","method":"beam_search","samples":[{"text":"5"}]}""", "drawn by")]
    [InlineData("""{"problem_id":"p","gold":"5","samples":[]}""", "has no sample")]
    public async Task What_cannot_be_imported_is_refused(string samples, string expected)
    {
        Assert.Equal(2, await ImportAsync(samples));
        Assert.Contains(expected, _error.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temp.File("out")));
    }

    private Task<int> ImportAsync(string samples)
    {
        File.WriteAllText(_temp.File("samples.jsonl"), samples);
        return InvokeAsync("import", _temp.File("samples.jsonl"), "--out", _temp.File("out"));
    }

    private Task<int> InvokeAsync(params string[] arguments) => new ReckonCommand(
        new FixedRun(_ => 0), "1.2.3", new ProcessEnvironment(Processors: 4, _temp.Path, new Dictionary<string, string>()),
        new Terminal(_output, _error), new FaultLog(_temp.File("faults"), new FakeTimeProvider())).InvokeAsync(arguments, TestContext.Current.CancellationToken);
}
