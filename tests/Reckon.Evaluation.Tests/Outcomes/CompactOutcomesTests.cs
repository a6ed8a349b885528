using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Tests.Reports;

namespace Reckon.Evaluation.Tests.Outcomes;

public sealed class CompactOutcomesTests
{
    [Fact]
    public void They_give_the_summary_of_whole_ones()
    {
        var compact = new CompactOutcomes();
        var outcomes = SomeOutcomes.Mixed();

        Assert.Equal(
            SummaryJson.Write(SummaryBuilder.Build(Some.Sweep, Some.Header, outcomes)),
            SummaryJson.Write(SummaryBuilder.Build(Some.Sweep, Some.Header, outcomes.Select(compact.Of))));
    }

    [Fact]
    public void A_hundred_thousand_take_little_memory()
    {
        const int Trials = 100_000;
        var compact = new CompactOutcomes();
        var line = OutcomeJson.Write(Some.Outcome(problem: "a problem with a long name"));
        var kept = new TrialOutcome[Trials];
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var trial = 0; trial < Trials; trial++)
        {
            kept[trial] = compact.Of(OutcomeJson.Read(line)) with { Seed = trial };
        }

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / Trials, 1, 220);
        GC.KeepAlive(kept);
    }
}
