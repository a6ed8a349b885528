using Reckon.Search.Costs;

namespace Reckon.Search.Tests.Costs;

public sealed class CostTests
{
    private static readonly Cost _cost = new(Generations: 4, PromptTokens: 10, GeneratedTokens: 200, VerifierTokens: 3_000);

    [Fact]
    public void Proposer_tokens_are_prompt_and_generated() => Assert.Equal(210, _cost.ProposerTokens);

    [Fact]
    public void Tokens_are_of_proposer_and_verifier() => Assert.Equal(3_210, _cost.Tokens);

    [Fact]
    public void Flops_are_two_a_parameter_and_token_of_each_model() =>
        Assert.Equal((2.0 * 1e9 * 210) + (2.0 * 8e9 * 3_000), _cost.Flops(new ModelSizes(1_000_000_000, 8_000_000_000)));

    [Fact]
    public void Money_is_by_the_kind_of_token() =>
        Assert.Equal((10 * 2) + (200 * 5) + (3_000 * 0.5), _cost.Money(new ModelSizes(1, 1) { Rates = new TokenRates(2, 5, 0.5) }));
}
