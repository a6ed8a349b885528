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
    public void Gives_back_what_was_written() =>
        Assert.Equal(SummaryJson.Write(_summary), SummaryJson.Write(SummaryJson.Read(SummaryJson.Write(_summary))));

    [Fact]
    public void Differs_between_runs_of_a_sweep_in_its_timing_alone()
    {
        var other = JsonNode.Parse(SummaryJson.Write(_summary with { Timing = new Timing(1, 1, 1, 1, 1, 1, 1, 1, 1, false) }))!.AsObject(); // Just written.
        other.Remove("timing");

        Assert.Equal(SummaryJson.Write(_summary with { Timing = null }), other.ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");
    }
}
