using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

public sealed class SearchPriceTests
{
    private static readonly Sampling _sampling = new(0.8, MaxStepTokens: 64, MaxAnswerTokens: 200);
    private static readonly Expansion[] _round = [new(SearchTree.Root, 3, Extent.Step), new(1, 2, Extent.Answer)];

    [Fact]
    public void What_is_drawn_is_judged_in_the_verifiers_own_tokens()
    {
        var price = new SearchPrice(new ProposerPrice(0), new VerifierPrice(0, TokensPerDrawnToken: 5));

        Assert.Equal(new TokenCost(0, (3 * 64) + (2 * 200), 5 * ((3 * 64) + (2 * 200))), price.Of(_round, _sampling));
    }

    [Fact]
    public void No_continuation_costs_a_verifier_more_than_its_context()
    {
        var price = new SearchPrice(new ProposerPrice(0), new VerifierPrice(0, TokensPerDrawnToken: 5, ContextTokens: 400));

        Assert.Equal((3 * 320) + (2 * 400), price.Of(_round, _sampling).Verifier);
    }

    [Fact]
    public void Without_a_verifier_nothing_is_judged()
    {
        var price = new SearchPrice(new ProposerPrice(7), null);

        Assert.Equal(0, price.Of(_round, _sampling).Verifier);
        Assert.Equal(new TokenCost(Some.Problem().Question.Length + 7, 0, 0), price.OfPrompt(Some.Problem()));
    }

    [Fact]
    public void A_prompt_has_no_more_tokens_than_bytes_and_its_overhead()
    {
        var problem = Some.Problem() with { Question = "Wie groß ist π?" };

        Assert.Equal(new TokenCost(17 + 3, 0, 17 + 4), new SearchPrice(new ProposerPrice(3), new VerifierPrice(4)).OfPrompt(problem));
    }
}
