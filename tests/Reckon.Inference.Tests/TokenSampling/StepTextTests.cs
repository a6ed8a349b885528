using System.Text;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class StepTextTests
{
    [Theory]
    [InlineData("\n\n", "a|.\n\n", true, "a.")]
    [InlineData("\n\n", "a|\n|\n", true, "a")]
    [InlineData("\n\n", "a|\n|b", false, "a\nb")]
    [InlineData("\n\n", "a|\n\n\n", true, "a\n")]
    [InlineData("\n\n", "a|\n|\nb", true, "a\n\nb")] // What follows in the same token stays in the step.
    [InlineData("\n", "\n", true, "")]
    [InlineData("\n", "a|\n\n", true, "a\n")]
    [InlineData("## Step", "\n|## Step| 1: x", false, "\n## Step 1: x")] // The heading opens this step.
    [InlineData("## Step", "## Step 1: x\n##| Ste|p", true, "## Step 1: x\n")]
    public void A_step_ends_with_the_token_that_completes_the_delimiter(string delimiter, string tokens, bool isDelimited, string text)
    {
        var step = new StepText(delimiter);
        var pieces = tokens.Split('|');
        foreach (var piece in pieces)
        {
            Assert.False(step.IsDelimited);
            step.Add(Encoding.UTF8.GetBytes(piece));
        }

        Assert.Equal((isDelimited, text), (step.IsDelimited, step.WithoutDelimiter));
    }

    [Fact]
    public void A_character_across_tokens_is_whole_when_both_are_there()
    {
        var step = new StepText("\n");
        step.Add([0xF0, 0x9F]);
        Assert.Equal("\uFFFD", step.Whole);
        step.Add([0x98, 0x80]);
        Assert.Equal("😀", step.Whole);
    }
}
