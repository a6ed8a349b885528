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
}
