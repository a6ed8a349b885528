using System.Collections.Immutable;
using CsCheck;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Tests.Strategies;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

public sealed class SharedExpanderTests
{
    private static readonly ImmutableArray<ISearchStrategy> _strategies =
    [
        new BestOfN(6),
        new BeamSearch(8, 2),
        new BeamSearch(9, 3),
        new BestOfN(12),
        Some.Strategy(GreedyDecoding.Definition, 1),
        Some.Strategy(Lookahead.Definition, 8, ("width", 2), ("steps", 1)),
        Some.Strategy(Lookahead.Definition, 16, ("width", 2), ("steps", 3)),
        Some.Strategy(DistinctOfN.Definition, 4),
        Some.Strategy(DistinctOfN.Definition, 7),
        Some.Strategy(Revise.Definition, 8, ("chains", 2)),
        Some.Strategy(Revise.Definition, 6, ("place", "gain")),
        Some.Strategy(Revisions.Definition, 6, ("chains", 2)),
        Some.Strategy(Revisions.Definition, 4),
    ];

    private static readonly Gen<ISearchStrategy[]> _orders = Gen.Shuffle(_strategies.ToArray());

    [Fact]
    public Task Each_search_gets_what_it_would_have_got_alone() => Check.SampleAsync(
        Gen.Select(_orders, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.1)), Gen.Int[0, 10_000]),
        async (order, truncation, seed) =>
        {
            var search = new SimulatedSearch { TruncationChance = truncation };
            var shared = new SharedExpander(search.Expander, isJudged: true);
            foreach (var strategy in order)
            {
                var alone = await RunAsync(search, search.Expander, strategy, seed);
                var together = await RunAsync(search, shared, strategy, seed);

                Assert.Equal(alone.Tree.Nodes.AsEnumerable(), together.Tree.Nodes.AsEnumerable());
                Assert.Equal(alone.Cost, together.Cost);
            }
        },
        iter: 60);

    [Fact]
    public Task No_step_is_drawn_or_judged_twice() => Check.SampleAsync(
        Gen.Select(_orders, Gen.OneOf(Gen.Const(0.0), Gen.Const(0.1)), Gen.Int[0, 10_000]),
        async (order, truncation, seed) =>
        {
            var search = new SimulatedSearch { TruncationChance = truncation };
            var counting = new CountingExpander(search.Expander);
            var shared = new SharedExpander(counting, isJudged: true);
            foreach (var strategy in order)
            {
                await RunAsync(search, shared, strategy, seed);
            }

            Assert.Distinct(counting.Drawn);
            Assert.Distinct(counting.Judged);
        },
        iter: 60);

    [Fact]
    public async Task Seeds_share_nothing()
    {
        var search = new SimulatedSearch();
        var shared = new SharedExpander(search.Expander, isJudged: true);

        var first = await RunAsync(search, shared, new BestOfN(4), seed: 1);
        var second = await RunAsync(search, shared, new BestOfN(4), seed: 2);

        Assert.NotEqual(first.Tree.Nodes[0].Proposal, second.Tree.Nodes[0].Proposal);
    }

    private static Task<SearchResult> RunAsync(SimulatedSearch search, INodeExpander expander, ISearchStrategy strategy, long seed) =>
        new SearchRunner(expander, new WatchedGate(Budget.Unlimited))
            .RunAsync(Some.Task(strategy, seed) with { Price = search.Price }, TestContext.Current.CancellationToken);

    private sealed class CountingExpander(INodeExpander inner) : INodeExpander
    {
        public List<string> Drawn { get; } = [];

        public List<string> Judged { get; } = [];

        public async Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
        {
            var reply = await inner.ExpandAsync(request, cancellationToken);
            foreach (var (place, branch) in reply.Branches.Index())
            {
                var path = string.Join('.', request.Prefix.Path.Add(request.IndexAt(place)));
                foreach (var _ in branch.Proposal.Steps)
                {
                    (request.Drawn is null ? Drawn : []).Add(path);
                    (branch.Verdict is not null ? Judged : []).Add(path);
                    path += $".{ChildIndex.Next(request.IndexAt(place))}";
                }
            }

            return reply;
        }
    }
}
