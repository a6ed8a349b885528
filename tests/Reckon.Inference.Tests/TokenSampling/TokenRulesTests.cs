using Reckon.Inference.TokenSampling;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class TokenRulesTests
{
    [Fact]
    public void Lets_texts_and_ends_be_drawn_and_no_other_marks()
    {
        var rules = TokenRules.Of(new SimulatedTokenizer(), SimulatedTokenizer.Delimiter, [SimulatedTokenizer.End]);

        Assert.Equal([SimulatedTokenizer.End, .. Enumerable.Range(4, 256)], rules.Candidates.AsEnumerable());
    }
}
