using System.Collections.Immutable;
using CsCheck;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Xunit;

namespace Reckon.Testing;

/// <summary>What holds for every strategy. A subclass names one; all tests run on trees of <see cref="SimulatedSearch"/>.</summary>
public abstract class SearchStrategyKit
{
    private const int Samples = 40;

    private static readonly Gen<SimulatedSearch> _searches =
        from finish in Gen.Double[0, 1].Array[1, 4]
        from truncation in Gen.OneOf(Gen.Const(0.0), Gen.Const(0.2), Gen.Const(0.9))
        from parts in Gen.OneOf(Gen.Const(0), Gen.Const(1), Gen.Const(3))
        from verifierTokens in Gen.Int[1, 3]
        select new SimulatedSearch
        {
            FinishChances = [.. finish],
            TruncationChance = truncation,
            ScoreParts = parts,
            VerifierTokensPerToken = verifierTokens,
        };

    private static readonly Gen<long> _seeds = Gen.Long[0, 1_000_000];

    /// <summary>The strategy.</summary>
    protected abstract ISearchStrategy Strategy { get; }

    [Fact]
    public Task Plans_the_same_for_the_same_tree() => ForAnySearchAsync(async (search, seed) =>
    {
        foreach (var tree in await GrowAsync(search, seed, SearchTree.Empty))
        {
            var plan = Strategy.Plan(tree);

            Assert.Equal(plan, Strategy.Plan(tree));
            Assert.Equal(plan, Strategy.Plan(SearchGrowth.Rebuild(tree)));
        }
    });

    [Fact]
    public Task Resumes_from_any_round_to_the_same_tree() => ForAnySearchAsync(async (search, seed) =>
    {
        var trees = await GrowAsync(search, seed, SearchTree.Empty);
        foreach (var tree in trees)
        {
            var resumed = await GrowAsync(search, seed, SearchGrowth.Rebuild(tree));

            AssertSame(trees[^1], resumed[^1]);
        }
    });

    [Fact]
    public Task Grows_under_the_runner_what_it_plans() => ForAnySearchAsync(async (search, seed) =>
    {
        var trees = await GrowAsync(search, seed, SearchTree.Empty);

        var result = await RunAsync(search, seed, new WatchedGate(Budget.Unlimited));

        Assert.Equal(SearchEnd.Completed, result.End);
        AssertSame(trees[^1], result.Tree);
    });

    [Fact]
    public Task Grows_the_same_tree_with_asynchronous_rounds_in_whatever_order_its_draws_come() => ForAnySearchAsync(async (search, seed) =>
    {
        var expected = await RunAsync(search, seed, new WatchedGate(Budget.Unlimited));
        using var held = HeldSearch.Start(search, Some.Task(Strategy, seed) with { IsAsynchronous = true });

        held.AnswerAll(new Random((int)seed));

        AssertSame(expected.Tree, (await held.EndAsync()).Tree);
    });

    [Fact]
    public Task Asks_for_open_prefixes_only_and_for_each_once_a_round() => ForAnySearchAsync(async (search, seed) =>
    {
        foreach (var tree in await GrowAsync(search, seed, SearchTree.Empty))
        {
            var plan = Strategy.Plan(tree);

            Assert.All(plan, expansion => Assert.True(expansion.Count >= 1));
            Assert.All(plan, expansion => Assert.True(MayBeContinued(tree, expansion)));
            Assert.Distinct(plan.Select(expansion => (tree.PlaceOf(expansion), expansion.Draw, expansion.Against)));
        }
    });

    [Fact]
    public Task Never_asks_for_more_than_its_generations() => ForAnySearchAsync(async (search, seed) =>
    {
        foreach (var tree in await GrowAsync(search, seed, SearchTree.Empty))
        {
            Assert.InRange(tree.Generations, 0, Strategy.Generations);
            if (Strategy.Plan(tree) is { Count: > 0 } plan)
            {
                Assert.InRange(tree.GenerationsAfter(plan), 1, Strategy.Generations);
            }
        }
    });

    [Fact]
    public Task Never_spends_more_generations_than_a_budget() =>
        ForAnyBudgetAsync(Gen.Int[1, 2 * Strategy.Generations].Select(limit => new Budget(Generations: limit)));

    [Fact]
    public Task Never_spends_more_tokens_than_a_budget() =>
        ForAnyBudgetAsync(Gen.Long[1, 400 * Strategy.Generations].Select(limit => new Budget(Tokens: limit)));

    [Fact]
    public Task Never_spends_more_floating_point_operations_than_a_budget() =>
        ForAnyBudgetAsync(Gen.Double[1, 2e6 * Strategy.Generations].Select(limit => new Budget(Flops: limit)));

    [Fact]
    public Task Never_spends_more_than_a_budget_of_all() => ForAnyBudgetAsync(
        from generations in Gen.Int[1, 2 * Strategy.Generations]
        from tokens in Gen.Long[1, 400 * Strategy.Generations]
        from flops in Gen.Double[1, 2e6 * Strategy.Generations]
        select new Budget(generations, tokens, flops));

    [Fact]
    public Task Replays_against_its_own_account_to_the_same_end() => Check.SampleAsync(
        Gen.Select(_searches, _seeds, Gen.Long[1, 400 * Strategy.Generations]),
        async (search, seed, tokens) =>
        {
            var gate = new WatchedGate(new Budget(Tokens: tokens));
            var first = await RunAsync(search, seed, gate);
            var settled = gate.Ledger.Settled;

            var again = await RunAsync(search, seed, gate);

            AssertSame(first.Tree, again.Tree);
            Assert.Equal(first.Cost, again.Cost);
            Assert.Equal(settled, gate.Ledger.Settled);
        },
        iter: Samples);

    // What is open, inside of what was drawn, or an answer that is revised.
    private static bool MayBeContinued(SearchTree tree, Expansion expansion) =>
        expansion.Node == SearchTree.Root
        || (!tree[expansion.Node].IsRollout && (tree[expansion.Node].IsOpen || expansion.Steps is not null || expansion.Seen > 0));

    private async Task ForAnyBudgetAsync(Gen<Budget> budgets) => await Check.SampleAsync(
        Gen.Select(_searches, _seeds, budgets),
        async (search, seed, budget) =>
        {
            var gate = new WatchedGate(budget, search.Price.Sizes);

            var result = await RunAsync(search, seed, gate);

            Assert.True(budget.Covers(result.Cost, search.Price.Sizes), $"{result.Cost} was spent of {budget}.");
            Assert.Equal(Amounts.Of(result.Cost, search.Price.Sizes), gate.Ledger.Settled);
            Assert.Equal(result.Tree.Generations, result.Cost.Generations);
            Assert.Equal(result.Tree.Nodes.Sum(node => node.Proposal.Cost.Generated), result.Cost.GeneratedTokens);
            Assert.Equal(result.End != SearchEnd.BudgetExhausted, Strategy.Plan(result.Tree).Count == 0);
        },
        iter: Samples);

    private static async Task ForAnySearchAsync(Func<SimulatedSearch, long, Task> check) =>
        await Check.SampleAsync(Gen.Select(_searches, _seeds), check, iter: Samples);

    private Task<ImmutableArray<SearchTree>> GrowAsync(SimulatedSearch search, long seed, SearchTree from) =>
        SearchGrowth.GrowAsync(Strategy, search.Expander, from, seed, TestContext.Current.CancellationToken);

    private Task<SearchResult> RunAsync(SimulatedSearch search, long seed, IBudgetGate gate) =>
        new SearchRunner(search.Expander, gate)
            .RunAsync(Some.Task(Strategy, seed) with { Price = search.Price }, TestContext.Current.CancellationToken);

    private static void AssertSame(SearchTree expected, SearchTree actual)
    {
        Assert.Equal(TreePrinter.Print(expected), TreePrinter.Print(actual));
        Assert.Equal(expected.Nodes.AsEnumerable(), actual.Nodes.AsEnumerable());
    }
}
