using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Outcomes;

namespace Reckon.Evaluation.Tests.Outcomes;

/// <summary>Measures the heap of the whole process: other tests beside it would be counted too.</summary>
[Collection(AloneInProcess.Name)]
public sealed class CompactOutcomesMemoryTests
{
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
