using System.Collections.Immutable;
using Reckon.Inference.Tests.Engines;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Randomness;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class ContinuationTests
{
    private static readonly SimulatedTokenizer _tokenizer = new();

    private static readonly TokenRules _rules = TokenRules.Of(_tokenizer, SimulatedTokenizer.Delimiter, [SimulatedTokenizer.End]);

    [Theory]
    [InlineData(1, 99, 99, "ab\ncd", "Open: ab")]
    [InlineData(1, 99, 99, "ab$", "Finished: ab")]
    [InlineData(1, 99, 99, "$", "Finished: ")]
    [InlineData(1, 3, 99, "ab\n", "Open: ab")]
    [InlineData(1, 3, 99, "abcd", "Truncated: abc")]
    [InlineData(1, 99, 2, "abcd", "Truncated: ab")]
    [InlineData(1, 99, 3, "ab\ncd", "Truncated: ab")] // Nothing fits after it.
    [InlineData(1, 99, 3, "ab$", "Finished: ab")]
    [InlineData(int.MaxValue, 99, 99, "ab\ncd\nef$gh", "Finished: ab|cd|ef")]
    [InlineData(2, 99, 99, "ab\ncd\nef$gh", "Open: ab|cd")]
    [InlineData(2, 99, 99, "ab$", "Finished: ab")]
    [InlineData(int.MaxValue, 3, 99, "ab\ncd\nefgh", "Truncated: ab|cd|efg")]
    [InlineData(int.MaxValue, 99, 4, "ab\ncd\n", "Truncated: ab|c")]
    [InlineData(int.MaxValue, 99, 3, "ab\ncd\n", "Truncated: ab")]
    public void Cuts_tokens_into_steps_and_stops(int maxSteps, int maxStepTokens, int roomTokens, string tokens, string expected)
    {
        var continuation = new Continuation(_tokenizer, _rules, new ContinuationLimits(new Extent(maxSteps), new Sampling(1, maxStepTokens, 200), roomTokens), [new Sibling(0, new RandomKey(1))]);

        var written = tokens.TakeWhile(letter => !continuation.Accept(new SampledToken(IdOf(letter), -1))).Count() + 1;

        var proposal = continuation.ToProposal();
        Assert.Equal(expected, $"{proposal.Ending}: {string.Join('|', proposal.Steps.Select(step => step.Text))}");
        Assert.Equal(tokens[..written].Select(IdOf), proposal.Steps.SelectMany(step => step.Tokens));
        Assert.Equal(-written, proposal.Steps.Sum(step => step.LogProbability));
        Assert.Equal(Enumerable.Repeat(-1f, written), proposal.Steps.SelectMany(step => step.TokenLogProbabilities));
    }

    [Theory]
    [InlineData("cd", "", "abcdef", "Finished: ab", 4)]
    [InlineData("d\ne", "", "abcd\nef", "Finished: abcd|", 6)] // It begins in a step that is written already.
    [InlineData("d\n", "", "abcd\nef", "Finished: abc", 5)]
    [InlineData("\n\n", "", "ab\n\ncd", "Finished: ab|", 4)]
    [InlineData("\n\n", "ab\n", "\ncd", "Finished: ", 1)] // As the same text does when it is written at once.
    [InlineData("abc", "ab\n", "c\nabc", "Finished: c|", 5)]
    [InlineData("xy", "", "ab$", "Finished: ab", 3)]
    [InlineData("cd", "", "cd", "Finished: ", 2)]
    public void Ends_before_a_stop(string stop, string before, string tokens, string expected, int written)
    {
        var stops = new StopDetector([stop], before.Length == 0 ? [] : [before]);
        var continuation = new Continuation(
            _tokenizer, _rules, new ContinuationLimits(Extent.Answer, new Sampling(1, 99, 200), 99),
            [new Sibling(0, new RandomKey(1))], stops: stops);

        Assert.Equal(written, tokens.TakeWhile(letter => !continuation.Accept(new SampledToken(IdOf(letter), -1))).Count() + 1);

        var proposal = continuation.ToProposal();
        Assert.Equal(expected, $"{proposal.Ending}: {string.Join('|', proposal.Steps.Select(step => step.Text))}");
        Assert.Equal(tokens[..written].Select(IdOf), proposal.Steps.SelectMany(step => step.Tokens)); // As they were drawn.
    }

    [Fact]
    public void Finishes_at_a_stop_in_the_last_token_that_there_is_room_for()
    {
        var limits = new ContinuationLimits(Extent.Answer, new Sampling(1, 99, 200), RoomTokens: 2);
        var continuation =
            new Continuation(_tokenizer, _rules, limits, [new Sibling(0, new RandomKey(1))], stops: new StopDetector(["ab"], []));

        Assert.Equal([false, true], "ab".Select(letter => continuation.Accept(new SampledToken(IdOf(letter), -1))).ToArray());

        Assert.Equal(Ending.Finished, continuation.Ending);
    }

    [Fact]
    public void Draws_each_step_with_the_stream_of_its_own_key()
    {
        var key = new RandomKey(7);
        var continuation = new Continuation(_tokenizer, _rules,
            new ContinuationLimits(Extent.Answer, new Sampling(1, 99, 200), 99), [new Sibling(0, key)]);
        var drawn = new List<double>();
        foreach (var letter in "ab\nc\nd")
        {
            drawn.Add(continuation.UniformOf(continuation.Siblings[0]));
            continuation.Accept(new SampledToken(IdOf(letter), 0));
        }

        var second = key.Child(0);
        Assert.Equal(
            [key.Uniform(0), key.Uniform(1), key.Uniform(2), second.Uniform(0), second.Uniform(1), second.Child(0).Uniform(0)], drawn);
    }

    [Theory]
    [InlineData("ab\nc", "d$", "e\nf$")]
    [InlineData("", "d$", "e$")]
    [InlineData("a\nx", "y", "z$")] // A stop that began before they parted.
    public void A_branch_and_what_it_left_go_on_as_if_each_had_been_alone(string together, string one, string other)
    {
        Sibling[] siblings = [new(0, new RandomKey(1)), new(1, new RandomKey(2))];
        var text = New([.. siblings]);
        Write(text, together);

        var branch = text.Branch([text.Siblings[1]]);
        text.LeaveTo([text.Siblings[0]]);
        Write(branch, other);
        Write(text, one);

        Assert.Equal(Alone(siblings[0], together + one), Print(text));
        Assert.Equal(Alone(siblings[1], together + other), Print(branch));
    }

    private static string Alone(Sibling sibling, string letters)
    {
        var text = New([sibling]);
        Write(text, letters);
        return Print(text);
    }

    private static Continuation New(ImmutableArray<Sibling> siblings) => new(
        _tokenizer, _rules, new ContinuationLimits(Extent.Answer, new Sampling(1, 99, 200), 99), siblings,
        PathTokens.Of([], []), new StopDetector(["a\nxy", "never"], []));

    private static void Write(Continuation text, string letters) =>
        letters.ToList().ForEach(letter => text.Accept(new SampledToken(IdOf(letter), -0.5)));

    // With what its penalties go by.
    private static string Print(Continuation text)
    {
        var sampling = new Sampling(1, 99, 200) { FrequencyPenalty = 1 };
        var counts = Enumerable.Range(0, 256).Select(token => text.Path!.Penalised(sampling, token, 0));
        return $"{Some.Print(text.ToProposal())} {string.Join(' ', text.Siblings.Select(sibling => (sibling.Child, text.UniformOf(sibling))))} {string.Join(' ', counts)}";
    }

    private static int IdOf(char letter) => letter == '$' ? SimulatedTokenizer.End : _tokenizer.Encode($"{letter}")[0];
}
