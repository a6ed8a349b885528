using Microsoft.Extensions.Time.Testing;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Plots;
using Reckon.Grading.Formats;
using Reckon.Plots;
using Reckon.Testing;

namespace Reckon.Cli.Tests.CommandLine;

public sealed class StudyCommandTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly string _results;

    public StudyCommandTests()
    {
        _results = _temp.File("out");
        using var folder = ResultsFolder.Open(_results, "5bec");
        folder.Claim(new SweepRecord("5bec", Some.Sweep, AnswerFormat.Default));
        ResultsWriter.Write(folder, Some.Summary, [OutcomeJson.Write(Some.Outcome)]);
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task A_report_is_a_page_a_text_tables_and_plots()
    {
        Assert.Equal(0, await InvokeAsync("report", _results));

        var folder = Path.Combine(_results, "report");
        Assert.Contains(Path.Combine(folder, "report.html"), _output.ToString(), StringComparison.Ordinal);
        Assert.All(
            new[] { "report.html", "report.md", "plots/cost-split.svg", "plots/cost-split.png", "tables/accuracy-1.csv" },
            file => Assert.True(new FileInfo(Path.Combine(folder, file)).Length > 0, file));
    }

    [Fact]
    public async Task A_claim_that_does_not_hold_has_an_exit_code_of_its_own()
    {
        Assert.Equal(4, await InvokeAsync("claim", _results, "best-of-n majority n=4 is ahead of best-of-n majority n=4"));
        Assert.Contains("does not hold", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, await InvokeAsync("claim", _results));
        Assert.Equal(2, await InvokeAsync("claim", _results, "it is better"));
        Assert.Equal(2, await InvokeAsync("claim", _results, "dvts weighted reaches best-of-n majority n=4"));
        Assert.Equal(2, await InvokeAsync("claim", _temp.File("nowhere"), "a n=1 is ahead of b n=1"));
    }

    [Fact]
    public async Task A_sweep_is_level_with_itself()
    {
        Assert.Equal(0, await InvokeAsync("compare", _results, _results));
        Assert.Contains("0.0 [", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_written_as_the_name_of_the_file_says()
    {
        Assert.Equal(0, await InvokeAsync("export", _results, _temp.File("rows.csv")));
        Assert.Equal(0, await InvokeAsync("export", _results, _temp.File("rows.jsonl")));
        Assert.Equal(2, await InvokeAsync("export", _results, _temp.File("rows.xlsx")));
        Assert.Equal(1 + Some.Outcome.Selections.Length, File.ReadAllLines(_temp.File("rows.csv")).Length);
        Assert.Equal(Some.Outcome.Selections.Length, File.ReadAllLines(_temp.File("rows.jsonl")).Length);
    }

    [Fact]
    public void A_plot_is_drawn_with_its_words()
    {
        var plot = new Plot(
            "p", "Accuracy", "generations", "accuracy, %",
            [
                new PlotSeries("beam", [new PlotPoint(1, 50, 40, 60), new PlotPoint(64, 70, 60, 80)]),
                new PlotSeries("large", [PlotPoint.Plain(16, 65)], IsStarred: true),
            ])
        {
            IsLogarithmic = true,
        };

        Assert.All(new[] { "Accuracy", "generations", "beam", "large" }, word => Assert.Contains(word, PlotDrawing.Svg(plot, isDark: true), StringComparison.Ordinal));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], PlotDrawing.Png(plot)[..4].Select(one => (int)one));
    }

    private Task<int> InvokeAsync(params string[] arguments) => new ReckonCommand(
        new FixedRun(_ => 0), "1.2.3", new ProcessEnvironment(Processors: 4, _temp.Path, new Dictionary<string, string>()),
        new Terminal(_output, _error), new FaultLog(_temp.File("faults"), new FakeTimeProvider())).InvokeAsync(arguments, TestContext.Current.CancellationToken);
}
