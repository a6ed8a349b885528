using System.Text.Json;
using System.Text.Json.Nodes;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Reports;

public sealed class SummaryJsonTests
{
    private static readonly SweepSummary _summary =
        SummaryBuilder.Build(Some.Sweep, Some.Header, SomeOutcomes.Mixed(), new Timing(12.5, 1_000, 300, 2_000, 80, 4.5, 6.5, 2, 1, true));

    [Fact]
    public void Is_written_in_one_way() => Golden.Match(SummaryJson.Write(_summary with { Runs = [.. _summary.Runs.Take(2)] }));

    [Fact]
    public void Has_a_line_for_each_curve_of_pools() =>
        Golden.Match(SummaryJson.Write(_summary with { Runs = [], Pools = [SomePoolSummary.All, SomePoolSummary.MajorityAlone] }));

    [Fact]
    public void Gives_back_what_was_written()
    {
        AssertGivenBack(_summary);
        AssertGivenBack(_summary with { Pools = [SomePoolSummary.All, SomePoolSummary.MajorityAlone] });
    }

    [Theory]
    [InlineData("0.5")]
    [InlineData("[\"a\"]")]
    [InlineData("[0.5")]
    [InlineData("[[0.5]]")]
    [InlineData("null")]
    public void Reads_nothing_but_numbers_as_a_curve(string curve)
    {
        var text = SummaryJson.Write(_summary with { Pools = [SomePoolSummary.MajorityAlone with { PassAtK = [0.123456] }] });

        Assert.Throws<JsonException>(() => SummaryJson.Read(text.Replace("[0.123456]", curve, StringComparison.Ordinal)));
    }

    [Fact]
    public void Differs_between_runs_of_a_sweep_in_its_timing_alone()
    {
        var other = JsonNode.Parse(
            SummaryJson.Write(_summary with { Timing = new Timing(1, 1, 1, 1, 1, 1, 1, 1, 1, false) }))!.AsObject(); // Just written.
        other.Remove("timing");

        Assert.Equal(SummaryJson.Write(_summary with { Timing = null }),
            other.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");
    }

    private static void AssertGivenBack(SweepSummary summary) =>
        Assert.Equal(SummaryJson.Write(summary), SummaryJson.Write(SummaryJson.Read(SummaryJson.Write(summary))));
}
