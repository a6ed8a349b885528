using Reckon.Evaluation.Prompts;

namespace Reckon.Evaluation.Tests.Prompts;

public sealed class UnknownTextCheckTests
{
    private static readonly UnknownCount _some = new("proposer", Problems: 2, AllProblems: 40, Words: 9, Characters: 5_000, AllCharacters: 100_000);

    [Fact]
    public void Warns_with_counts_of_what_is_unknown() => Assert.Equal(
        "9 words (5,000 characters) in 2 of 40 problems are unknown to the proposer's tokenizer: 5 % of the text."
            + " The model reads each of them as one mark that says nothing.",
        UnknownTextCheck.Warning(_some));

    [Fact]
    public void Says_nothing_where_all_is_known() =>
        Assert.Null(UnknownTextCheck.Warning(_some with { Problems = 0, Words = 0, Characters = 0 }));

    [Theory]
    [InlineData(0.05, true)]
    [InlineData(0.049, false)]
    [InlineData(0, false)]
    public void Refuses_more_than_the_share_that_is_allowed(double maxShare, bool isTaken) =>
        Assert.Equal(isTaken, UnknownTextCheck.Fault(_some, maxShare, "sweep.yaml") is null);

    [Fact]
    public void A_refusal_names_the_share_and_the_key() => Assert.Equal(
        "sweep.yaml: dataset: 9 words (5,000 characters) in 2 of 40 problems are unknown to the proposer's tokenizer: 5 % of the text;"
            + " maxUnknownText allows 1 %. Use a model that was made for such problems, take the problems out, or raise maxUnknownText.",
        UnknownTextCheck.Fault(_some, 0.01, "sweep.yaml")?.ToString());
}
