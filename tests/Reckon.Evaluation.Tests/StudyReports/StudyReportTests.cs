using Reckon.Evaluation.Exports;
using Reckon.Evaluation.Plots;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.StudyReports;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Tests.Studies;
using Reckon.Search.Randomness;

namespace Reckon.Evaluation.Tests.StudyReports;

public sealed class StudyReportTests
{
    private const string Hostile = "<script>alert('x')</script>";

    [Fact]
    public void Says_what_was_asked_and_what_it_cannot_say()
    {
        var report = Report(Table(), StudySpec.Default with
        {
            Families = [new FamilySpec("paper", ["best-of-n weighted", "beam width=4 weighted", "beam width=9 weighted"])],
            Claims = ["beam width=4 weighted n=16 is ahead of best-of-n weighted n=16", "beam width=4 weighted reaches best-of-n weighted n=99"],
        });

        Assert.Equal(2, Assert.Single(report.Families).Methods.Length);
        Assert.Single(report.Claims);
        Assert.Contains(report.Notes, note => note.Contains("beam width=9 weighted", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.Contains("not run at n=99", StringComparison.Ordinal));
        Assert.Contains(report.Notes, note => note.Contains("no oracle bins", StringComparison.Ordinal));
        Assert.Contains(report.Policies, point => point.Binning == "random"); // The control, always.
        Assert.Equal(
            ["accuracy", "claims", "policy", "difficulty", "comparisons", "costs", "notes"], ReportSections.Of(report).Select(section => section.Name));
    }

    [Fact]
    public void A_ratio_curve_tells_what_the_baseline_needs_for_the_same_accuracy()
    {
        // At n = 4 the beam has what votes have at 16; what it has at 16 votes never reach.
        var table = SomeStudy.Table(
            10, (SomeStudy.Vote, 4, First(4)), (SomeStudy.Beam, 4, First(6)), (SomeStudy.Vote, 16, First(6)), (SomeStudy.Beam, 16, First(9)));
        var report = Report(table, StudySpec.Default with { Families = [new FamilySpec("paper", ["best-of-n weighted", "beam width=4 weighted"])] });

        var plot = ReportSections.Of(report).SelectMany(section => section.Plots).Single(plot => plot.Name == "saving-paper");

        Assert.Equal(PlotPoint.Plain(4, 4), Assert.Single(plot.Series.Single(series => series.Name == "beam width=4 weighted").Points));

        static Func<int, int, double> First(int right) => (problem, _) => problem < right ? 1 : 0;
    }

    [Fact]
    public void Nothing_of_a_page_comes_from_elsewhere_and_foreign_text_stays_text()
    {
        var report = Report(Table(), StudySpec.Default);
        report = report with { Summary = report.Summary with { Name = Hostile } };

        var page = ReportHtml.Of(report, (_, isDark) => isDark ? "<svg id=\"dark\"/>" : "<svg/>");

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http-equiv", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme", page, StringComparison.Ordinal);
        Assert.Contains("\\<script", ReportMarkdown.Of(report, "plots"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_run_and_forty_make_a_report()
    {
        var one = Report(SomeStudy.Table(12, (SomeStudy.Vote, 4, Coin(0.5, 1))), StudySpec.Default);
        var forty = Report(
            SomeStudy.Table(12, [.. Enumerable.Range(0, 40).Select(run => (new Method($"beam width={run}", "weighted"), 4, Coin(0.5, run)))]),
            StudySpec.Default);

        Assert.All(
            new[] { one, forty }.SelectMany(report => ReportSections.Of(report)).SelectMany(section => section.Plots),
            plot => Assert.InRange(plot.Series.Length, 1, Plot.MostSeries));
        Assert.Equal(40, ReportSections.Of(forty)[0].Tables[0].Rows.Length);
    }

    [Fact]
    public void Is_the_same_every_time() =>
        Assert.Equal(ReportMarkdown.Of(Report(Table(), StudySpec.Default), "plots"), ReportMarkdown.Of(Report(Table(), StudySpec.Default), "plots"));

    [Fact]
    public void Cells_are_quoted_where_they_have_to_be_and_start_no_formula()
    {
        Assert.Equal("\"a,\"\"b\"\"\"", ReportCsv.Cell("a,\"b\""));
        Assert.Equal("'=1+1", ReportCsv.Cell("=1+1"));
        Assert.Equal("-3", ReportCsv.Cell("-3"));
    }

    [Fact]
    public void Trials_are_exported_as_rows_of_one_width()
    {
        var rows = TrialRows.Of(Some.Outcome(problem: "p,1")).ToArray();

        Assert.Equal(3, rows.Length);
        Assert.All(rows, row => Assert.Equal(TrialRows.Columns.Length, row.Length));
        Assert.StartsWith("\"p,1\",sums,1,", RowText.Csv(rows[0]), StringComparison.Ordinal);
        Assert.StartsWith("{\"problem\":\"p,1\",\"subject\":\"sums\",\"level\":1,", RowText.Json(TrialRows.Columns, rows[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sweeps_are_compared_problem_by_problem()
    {
        var (first, second) = (SomeStudy.Table(10, (SomeStudy.Vote, 4, (_, _) => 0)), SomeStudy.Table(10, (SomeStudy.Vote, 4, (problem, _) => problem < 3 ? 1 : 0)));

        var flips = Assert.Single(RunFlips.Of(first, second));

        Assert.Equal(["p0", "p1", "p2"], flips.Won);
        Assert.Empty(flips.Lost);
        Assert.Equal(0.3, flips.Difference.Mean, 9);
        Assert.Empty(RunFlips.Of(first, SomeStudy.Table(10, (SomeStudy.Beam, 4, (_, _) => 0))));
    }

    private static StudyReport Report(StudyTable table, StudySpec spec) => StudyReportBuilder.Build(new StudyMaterial(
        SummaryBuilder.Build(Some.Sweep, Some.Header, [Some.Outcome()]), spec with { Halvings = 4 }, table, null, null, null));

    private static StudyTable Table() => SomeStudy.Table(
        60, (SomeStudy.Vote, 4, Coin(0.5, 1)), (SomeStudy.Beam, 4, Coin(0.6, 2)), (SomeStudy.Vote, 16, Coin(0.7, 3)), (SomeStudy.Beam, 16, Coin(0.8, 4)));

    private static Func<int, int, double> Coin(double chance, int world) => (problem, seed) =>
        RandomKey.Root(world, "coins").Child(problem).Uniform(seed) < chance ? 1 : 0;
}
