using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

public sealed class RoundBoundTests
{
    private static readonly Sampling _sampling = new(0.8, MaxStepTokens: 64, MaxAnswerTokens: 200);

    public static TheoryData<ISearchStrategy, long, long> FirstRounds => new()
    {
        { new BestOfN(1), 400, 400 },
        { new BestOfN(16), 6_400, 400 },
        { new BeamSearch(16, 4), 2_048, 128 },
        { new WholeRounds(new BestOfN(16)), 6_400, 6_400 },
    };

    [Theory]
    [MemberData(nameof(FirstRounds))]
    public void The_least_that_is_drawn_is_one_child_or_a_whole_round_that_cannot_be_narrowed(
        ISearchStrategy strategy, long _, long least) =>
        Assert.Equal(least, RoundBound.OfFirst(strategy, _sampling, SearchPrice.Default).Tokens);

    [Fact]
    public void A_step_is_no_longer_than_an_answer() =>
        Assert.Equal(2 * 10, RoundBound.OfFirst(new BeamSearch(4, 2), _sampling with { MaxAnswerTokens = 10 }, SearchPrice.Default).Tokens);

    [Theory]
    [MemberData(nameof(FirstRounds))]
    public void The_first_round_is_reserved_at_what_is_drawn_and_judged_at_most(ISearchStrategy strategy, long whole, long least)
    {
        var task = Some.Task(strategy) with { Sampling = _sampling };
        var prompt = task.Problem.Question.Length + 64;

        var reserved = RoundBound.After(Cost.Zero, task, SearchTree.Empty, strategy.Plan(SearchTree.Empty));

        Assert.Equal(whole + (2 * prompt), reserved.Tokens);
        Assert.Equal(least + (2 * prompt), RoundBound.OfFirst(strategy, _sampling, task.Price, task.Problem).Tokens);
    }
}
