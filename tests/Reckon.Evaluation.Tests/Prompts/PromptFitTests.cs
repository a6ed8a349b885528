using Reckon.Evaluation.Prompts;

namespace Reckon.Evaluation.Tests.Prompts;

public sealed class PromptFitTests
{
    private static readonly PromptLimits _limits = new(ProposerContext: 256, VerifierContext: 256, MaxAnswerTokens: 200);

    [Theory]
    [InlineData(56, 56, true)]
    [InlineData(57, 57, true)] // The answer is cut off by the context, as by any other limit.
    [InlineData(255, 255, true)]
    [InlineData(256, 256, false)]
    [InlineData(57, 58, false)] // The verifier could not read the longest answer.
    [InlineData(10, 300, false)]
    [InlineData(255, null, true)]
    [InlineData(300, null, false)]
    public void A_problem_fits_when_no_trial_of_it_must_fail(int proposer, int? verifier, bool fits) => Assert.Equal(
        fits, PromptFit.Fits(new PromptSize("p", proposer, verifier), _limits with { VerifierContext = verifier is null ? null : 256 }));

    [Fact]
    public void Faults_name_the_problem_and_the_numbers_and_what_to_do()
    {
        var faults = PromptFit.Faults([new("short", 50, 50), new("long", 300, 300), new("wide", 50, 100)], _limits, "sweep.yaml");

        Assert.Equal(
            [
                "sweep.yaml: dataset: the prompt of problem 'long' takes 300 tokens, and the proposer's context has 256: not one token of an answer fits."
                    + " Use a proposer with a longer context, take the problem out, or leave out all such problems with 'onOverlong: skip'.",
                "sweep.yaml: dataset: the prompt of problem 'wide' takes 100 tokens for the verifier and its answer up to 200, and the verifier's context has 256."
                    + " Lower sampling.maxAnswerTokens to 156, use a verifier with a longer context, take the problem out, or leave out all such problems with 'onOverlong: skip'.",
            ],
            faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void A_note_counts_the_problems_whose_answers_have_less_room_than_the_sampling_allows()
    {
        PromptSize[] sizes = [new("a", 56, 56), new("b", 57, 57), new("c", 60, 60)];

        Assert.Equal(
            "on 2 of 3 problems the prompt leaves an answer fewer than the 200 tokens of sampling.maxAnswerTokens, at least 196:"
                + " the proposer's context has 256. Longer answers are cut off.",
            PromptFit.NoteOfShortRoom(sizes, _limits));
        Assert.Null(PromptFit.NoteOfShortRoom(sizes[..1], _limits));
    }
}
