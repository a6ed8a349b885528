using System.Collections.Immutable;
using System.Globalization;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

/// <summary>
/// Random strategies, trees, costs and budgets, each round of each search a case: nothing is over-spent, and little is left unspent.
/// </summary>
public sealed class BudgetPropertyTests
{
    private static readonly int _cases =
        int.Parse(Environment.GetEnvironmentVariable("RECKON_BUDGET_CASES") ?? "200000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_round_spends_more_than_a_budget_and_no_search_leaves_more_than_a_prefix_can_cost()
    {
        var exhausted = 0;
        var narrowed = 0;
        for (var (cases, seed) = (0, 0); cases < _cases; seed++)
        {
            var search = new RandomSearch(seed);
            var result = await search.RunAsync();
            search.CheckSpending(result);
            cases += result.Tree.Rounds + 1;
            exhausted += result.End == SearchEnd.BudgetExhausted ? 1 : 0;
            narrowed += result.End == SearchEnd.Narrowed ? 1 : 0;
        }

        Assert.InRange(exhausted, _cases / 100, _cases); // Else the budgets were too loose to show anything.
        Assert.InRange(narrowed, _cases / 1_000, _cases);
    }

    [Fact]
    public async Task A_narrowed_search_replays_to_the_same_tree()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var (first, again) = (await new RandomSearch(seed).RunAsync(), await new RandomSearch(seed).RunAsync());

            Assert.Equal((first.Cost, first.End), (again.Cost, again.End));
            Assert.Equal(first.Tree.Nodes.AsEnumerable(), again.Tree.Nodes.AsEnumerable());
        }
    }

    // Draws whatever the contract of its ports allows, often the very most.
    private sealed class RandomSearch : INodeExpander
    {
        private static readonly ImmutableArray<int> _tokens = [.. Enumerable.Range(0, 64)];

        private readonly Random _random;
        private readonly SearchTask _task;
        private readonly Budget _budget;
        private readonly int _width;
        private readonly double _greed; // How often a draw is as long as it may be.

        public RandomSearch(int seed)
        {
            _random = new Random(seed);
            _greed = _random.NextDouble();
            var n = _random.Next(1, 17);
            _width = _random.Next(3) == 0 ? 1 : _random.Next(1, n + 1);
            ISearchStrategy strategy = _random.Next(3) == 0 ? new BestOfN(n) : new BeamSearch(n, _width, maxRounds: _random.Next(1, 8));
            _width = strategy is BestOfN ? 1 : _width;
            _task = new SearchTask(Some.Problem(), seed, strategy, new Sampling(1, _random.Next(1, 16), _random.Next(1, 64)))
            {
                Price = new SearchPrice(
                    new ProposerPrice(_random.Next(8), _random.Next(1, 1_000)) { PromptRate = RandomRate(), GeneratedRate = RandomRate() },
                    _random.Next(4) == 0 ? null : RandomVerifier() with { Rate = RandomRate() }),
            };
            _budget = RandomBudget(n);
        }

        private SearchPrice Price => _task.Price;

        private VerifierPrice RandomVerifier() =>
            new(_random.Next(8), _random.Next(1, 5), _random.Next(2) == 0 ? 40 : int.MaxValue, _random.Next(1, 1_000));

        // Sums of such numbers are rounded.
        private double RandomRate() => _random.Next(4) == 0 ? 0 : _random.NextDouble() * 1e-5;

        public Task<SearchResult> RunAsync() =>
            new SearchRunner(this, new WatchedGate(_budget, Price.Sizes)).RunAsync(_task, TestContext.Current.CancellationToken);

        public void CheckSpending(SearchResult result)
        {
            var spent = Amounts.Of(result.Cost, Price.Sizes);
            Assert.True(_budget.Covers(spent), $"{spent} was spent of {_budget}.");
            if (result.End == SearchEnd.BudgetExhausted)
            {
                var least = MostOfOnePrefix(isFirst: result.Tree.IsEmpty);
                Assert.True(
                    _budget.Generations - spent.Generations < least.Generations || _budget.Tokens - spent.Tokens < least.Tokens
                    || _budget.Flops - spent.Flops < least.Flops * (1 + 1e-12) || _budget.Money - spent.Money < least.Money * (1 + 1e-9),
                    $"{spent} of {_budget} was spent, and a prefix costs at most {least}.");
            }
        }

        public Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken) => Task.FromResult(new ExpandReply(
            [.. Enumerable.Range(0, request.Count).Select(_ => Draw(request))],
            new TokenCost(UpTo(Price.OfPrompt(request.Prefix.Problem).Prompt), 0, UpTo(Price.OfPrompt(request.Prefix.Problem).Verifier))));

        // What the documentation says: the children of one prefix, or a single answer, each as long as it may be.
        private Amounts MostOfOnePrefix(bool isFirst)
        {
            var isAnswer = _task.Strategy is BestOfN;
            var longest = Longest(_task.Sampling, isAnswer);
            var judged = Price.Verifier is { } verifier
                ? Math.Min((long)verifier.TokensPerDrawnToken * longest, verifier.ContextTokens)
                : 0;
            var prompt = isFirst ? Price.OfPrompt(_task.Problem) : TokenCost.Zero;
            return Amounts.Of(new Cost(_width, prompt.Prompt, _width * longest, prompt.Verifier + (_width * judged)), Price.Sizes);
        }

        private Branch Draw(ExpandRequest request)
        {
            var longest = Longest(request.Sampling, request.Extent == Extent.Answer);
            var length = Math.Max(1, (int)UpTo(longest));
            ImmutableArray<Step> steps = request.Extent == Extent.Answer && length > 1
                ? [Step(length / 2), Step(length - (length / 2))]
                : [Step(length)];
            var ending = _random.Next(8) switch
            {
                0 => Ending.Truncated,
                <= 2 => Ending.Finished,
                _ => request.Extent == Extent.Answer ? Ending.Finished : Ending.Open,
            };
            var isJudged = ending != Ending.Truncated && Price.Verifier is not null;
            return new Branch(new Proposal(steps, ending), isJudged ? Judge(steps, length) : null);
        }

        private Verdict Judge(ImmutableArray<Step> steps, int length)
        {
            var read = (int)UpTo(Math.Min((long)Price.Verifier!.TokensPerDrawnToken * length, Price.Verifier.ContextTokens));
            return new Verdict([.. steps.Select(_ => _random.NextDouble())], [read, .. Enumerable.Repeat(0, steps.Length - 1)]);
        }

        private Budget RandomBudget(int n)
        {
            var whole = 400 * n * Math.Exp(_random.NextDouble() * 4 - 3);
            return new Budget(
                _random.Next(2) == 0 ? _random.Next(1, 2 * n) : null,
                _random.Next(2) == 0 ? 1 + (long)whole : null,
                _random.Next(2) == 0 ? 1_000 * whole : null,
                Money: _random.Next(2) == 0 ? 1e-5 * whole : null);
        }

        private long UpTo(long most) => _random.NextDouble() < _greed ? most : _random.NextInt64(most + 1);

        private static int Longest(Sampling sampling, bool isAnswer) =>
            isAnswer ? sampling.MaxAnswerTokens : Math.Min(sampling.MaxStepTokens, sampling.MaxAnswerTokens);

        private static Step Step(int length) => new("step", _tokens[..length], -1);
    }
}
