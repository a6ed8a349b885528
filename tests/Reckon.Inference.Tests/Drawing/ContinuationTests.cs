using Reckon.Search;

namespace Reckon.Inference.Tests;

public sealed class ContinuationTests
{
    private static readonly SimulatedTokenizer _tokenizer = new();

    private static readonly TokenRules _rules = TokenRules.Of(_tokenizer, SimulatedTokenizer.Delimiter, [SimulatedTokenizer.End]);

    [Theory]
    [InlineData(Extent.Step, 99, 99, "ab\ncd", "Open: ab")]
    [InlineData(Extent.Step, 99, 99, "ab$", "Finished: ab")]
    [InlineData(Extent.Step, 99, 99, "$", "Finished: ")]
    [InlineData(Extent.Step, 3, 99, "ab\n", "Open: ab")]
    [InlineData(Extent.Step, 3, 99, "abcd", "Truncated: abc")]
    [InlineData(Extent.Step, 99, 2, "abcd", "Truncated: ab")]
    [InlineData(Extent.Step, 99, 3, "ab\ncd", "Truncated: ab")] // Nothing fits after it.
    [InlineData(Extent.Step, 99, 3, "ab$", "Finished: ab")]
    [InlineData(Extent.Answer, 99, 99, "ab\ncd\nef$gh", "Finished: ab|cd|ef")]
    [InlineData(Extent.Answer, 3, 99, "ab\ncd\nefgh", "Truncated: ab|cd|efg")]
    [InlineData(Extent.Answer, 99, 4, "ab\ncd\n", "Truncated: ab|c")]
    [InlineData(Extent.Answer, 99, 3, "ab\ncd\n", "Truncated: ab")]
    public void Cuts_tokens_into_steps_and_stops(Extent extent, int maxStepTokens, int roomTokens, string tokens, string expected)
    {
        var continuation = new Continuation(_tokenizer, _rules, new ContinuationLimits(extent, 1, maxStepTokens, roomTokens), new RandomKey(1));

        var written = tokens.TakeWhile(letter => !continuation.Accept(new TokenDraw(IdOf(letter), -1))).Count() + 1;

        var proposal = continuation.ToProposal();
        Assert.Equal(expected, $"{proposal.Ending}: {string.Join('|', proposal.Steps.Select(step => step.Text))}");
        Assert.Equal(tokens[..written].Select(IdOf), proposal.Steps.SelectMany(step => step.Tokens));
        Assert.Equal(-written, proposal.Steps.Sum(step => step.LogProbability));
    }

    [Fact]
    public void Draws_each_step_with_the_stream_of_its_own_key()
    {
        var key = new RandomKey(7);
        var continuation = new Continuation(_tokenizer, _rules, new ContinuationLimits(Extent.Answer, 1, 99, 99), key);
        var drawn = new List<double>();
        foreach (var letter in "ab\nc\nd")
        {
            drawn.Add(continuation.NextUniform());
            continuation.Accept(new TokenDraw(IdOf(letter), 0));
        }

        var second = key.Child(0);
        Assert.Equal(
            [key.Uniform(0), key.Uniform(1), key.Uniform(2), second.Uniform(0), second.Uniform(1), second.Child(0).Uniform(0)], drawn);
    }

    private static int IdOf(char letter) => letter == '$' ? SimulatedTokenizer.End : _tokenizer.Encode($"{letter}")[0];
}
