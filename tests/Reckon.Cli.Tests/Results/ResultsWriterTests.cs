using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Testing;

namespace Reckon.Cli.Tests.Results;

public sealed class ResultsWriterTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly ResultsFolder _folder;

    public ResultsWriterTests() => _folder = ResultsFolder.Open(_temp.File("run"), "abc");

    public void Dispose()
    {
        _folder.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void Writes_outcomes_tables_and_numbers()
    {
        ResultsWriter.Write(_folder, Some.Summary,
            [OutcomeJson.Write(Some.Outcome), OutcomeJson.Write(Some.Outcome with { ProblemId = "p2" })]);

        Assert.Equal(["p1", "p2"], File.ReadLines(_folder.File("outcomes.jsonl")).Select(line => OutcomeJson.Read(line).ProblemId));
        Assert.Equal(SummaryJson.Write(Some.Summary), File.ReadAllText(_folder.File("summary.json")));
        Assert.Contains("by level, best:", File.ReadAllText(_folder.File("summary.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_no_drafts()
    {
        ResultsWriter.Write(_folder, Some.Summary, [OutcomeJson.Write(Some.Outcome)]);

        Assert.Equal(
            [".lock", "outcomes.jsonl", "summary.json", "summary.md"],
            Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Puts_new_results_in_the_place_of_old_ones()
    {
        ResultsWriter.Write(_folder, Some.Summary, [OutcomeJson.Write(Some.Outcome), OutcomeJson.Write(Some.Outcome)]);
        ResultsWriter.Write(_folder, Some.Summary, [OutcomeJson.Write(Some.Outcome)]);

        Assert.Single(File.ReadLines(_folder.File("outcomes.jsonl")));
    }

    [Fact]
    public void Fails_loudly_when_a_file_cannot_be_written()
    {
        Directory.CreateDirectory(_folder.File("summary.json"));

        var failure =
            Assert.Throws<ResultsWriteException>(() => ResultsWriter.Write(_folder, Some.Summary, [OutcomeJson.Write(Some.Outcome)]));

        Assert.Equal((1, _folder.File("summary.json")), (failure.ExitCode, failure.Path));
    }

    [Fact]
    public void Keeps_the_old_file_when_the_new_one_breaks_off()
    {
        ResultsWriter.Write(_folder, Some.Summary, [OutcomeJson.Write(Some.Outcome)]);

        Assert.Throws<ResultsWriteException>(() => ResultsWriter.Write(_folder, Some.Summary, BreakingOff()));

        Assert.Equal("p1", OutcomeJson.Read(Assert.Single(File.ReadLines(_folder.File("outcomes.jsonl")))).ProblemId);
    }

    [Fact]
    public async Task Outcomes_that_come_one_by_one_are_written_as_those_that_are_there()
    {
        string[] outcomes = [OutcomeJson.Write(Some.Outcome), OutcomeJson.Write(Some.Outcome with { ProblemId = "p2" })];
        ResultsWriter.Write(_folder, Some.Summary, outcomes);
        var whole = File.ReadAllText(_folder.File("outcomes.jsonl"));
        File.Delete(_folder.File("outcomes.jsonl"));

        await ResultsWriter.WriteOutcomesAsync(_folder, outcomes.ToAsyncEnumerable());
        await Assert.ThrowsAsync<ResultsWriteException>(
            () => ResultsWriter.WriteOutcomesAsync(_folder, BreakingOff().ToAsyncEnumerable()));

        Assert.Equal(whole, File.ReadAllText(_folder.File("outcomes.jsonl")));
    }

    private static IEnumerable<string> BreakingOff()
    {
        yield return OutcomeJson.Write(Some.Outcome with { ProblemId = "p2" });
        throw new IOException("No space left on device.");
    }
}
