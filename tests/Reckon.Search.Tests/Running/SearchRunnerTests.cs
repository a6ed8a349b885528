using CsCheck;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;
using Reckon.Search.Verification;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running;

public sealed class SearchRunnerTests
{
    private static readonly Gen<long> _seeds = Gen.Long[0, 1_000_000];

    private readonly SimulatedSearch _search = new() { TruncationChance = 0.05 };

    [Fact]
    public async Task The_samples_of_a_small_budget_are_the_first_of_a_large_one()
    {
        var small = (await _search.RunAsync(new BestOfN(4))).Tree;
        var large = (await _search.RunAsync(new BestOfN(64))).Tree;

        Assert.Equal(small.Nodes.AsEnumerable(), large.Nodes.Take(4));
    }

    [Fact]
    public async Task Every_request_says_whose_work_it_is()
    {
        var owners = new Owners(_search.Expander);
        var task = Some.Task(new BeamSearch(4, 2)) with { Owner = "sweep" };

        await new SearchRunner(owners, new LocalBudgetGate(Budget.Unlimited)).RunAsync(task, TestContext.Current.CancellationToken);

        Assert.True(owners.Seen.Count > 1);
        Assert.All(owners.Seen, owner => Assert.Equal("sweep", owner));
    }

    [Fact]
    public async Task Samples_drawn_in_two_rounds_are_those_drawn_in_one()
    {
        var twice = (await _search.RunAsync(new TwoAtATime())).Tree;
        var once = (await _search.RunAsync(new BestOfN(4))).Tree;

        Assert.Equal(once.Nodes.Select(node => (node.Proposal, node.Verdict)), twice.Nodes.Select(node => (node.Proposal, node.Verdict)));
    }

    [Fact]
    public async Task The_first_steps_of_a_narrow_beam_are_the_first_of_a_broad_one()
    {
        var narrow = (await _search.RunAsync(new BeamSearch(4, 2))).Tree;
        var broad = (await _search.RunAsync(new BeamSearch(64, 4))).Tree;

        Assert.Equal(narrow.NodesOfRound(1), broad.NodesOfRound(1).Take(4));
    }

    [Fact]
    public Task All_strategies_grow_parts_of_one_tree() => _seeds.SampleAsync(async seed =>
    {
        var byPath = new Dictionary<string, (Proposal, Verdict?)>();
        foreach (var beam in new BeamSearch[] { new(4, 2), new(8, 4), new(9, 3, ranking: Aggregation.Mean) })
        {
            foreach (var node in (await _search.RunAsync(beam, seed: seed)).Tree.Nodes)
            {
                var path = string.Join('.', node.Path);
                Assert.Equal(byPath.TryAdd(path, (node.Proposal, node.Verdict))
                    ? (node.Proposal, node.Verdict)
                    : byPath[path], (node.Proposal, node.Verdict));
            }
        }
    }, iter: 40);

    [Fact]
    public Task An_answer_is_the_path_of_children_0_walked_step_by_step() => _seeds.SampleAsync(async seed =>
    {
        foreach (var answer in (await _search.RunAsync(new BestOfN(4), seed: seed)).Tree.Nodes)
        {
            var prefix = Some.Prefix(seed);
            foreach (var (index, i) in answer.Path.Select((index, i) => (index, i)))
            {
                var request = new ExpandRequest(prefix, index, 1, Extent.Step, Some.Sampling());
                var step = (await _search.Expander.ExpandAsync(request, TestContext.Current.CancellationToken)).Branches[0];

                Assert.Equal(answer.Proposal.Steps[i], step.Proposal.Steps[0]);
                Assert.Equal(answer.Proposal.Ending == Ending.Truncated ? null : step.Verdict!.Scores[0], answer.Verdict?.Scores[i]);
                Assert.Equal(i == answer.Path.Length - 1 ? answer.Proposal.Ending : Ending.Open, step.Proposal.Ending);
                prefix = prefix with { Path = prefix.Path.Add(index), Steps = prefix.Steps.Add(step.Proposal.Steps[0]) };
            }
        }
    }, iter: 40);

    [Fact]
    public async Task Charges_each_prompt_once_and_each_token_once()
    {
        var (tree, cost, _) = await _search.RunAsync(new BeamSearch(4, 2));

        var judged = tree.Nodes.Where(node => node.Proposal.Ending != Ending.Truncated);
        Assert.Equal(
            new Cost(tree.Generations, 5, tree.Nodes.Sum(node => node.Proposal.Cost.Generated), 5
                + judged.Sum(node => node.Proposal.Cost.Generated)),
            cost);
    }

    [Fact]
    public async Task Truncated_children_cost_the_proposer_and_not_the_verifier()
    {
        var (_, cost, _) = await new SimulatedSearch { TruncationChance = 1 }.RunAsync(new BestOfN(4));

        Assert.Equal((4 * Some.Sampling().MaxStepTokens, 5), (cost.GeneratedTokens, cost.VerifierTokens));
    }

    [Fact]
    public async Task Out_of_budget_it_keeps_what_was_drawn()
    {
        var search = new SimulatedSearch { FinishChances = [0] };
        var whole = await search.RunAsync(new BeamSearch(4, 2));

        var result = await search.RunAsync(new BeamSearch(4, 2), new Budget(Tokens: whole.Cost.Tokens / 2));

        Assert.Equal(SearchEnd.BudgetExhausted, result.End);
        Assert.InRange(result.Tree.Rounds, 1, whole.Tree.Rounds - 1);
        Assert.Equal(whole.Tree.NodesOfRound(1), result.Tree.NodesOfRound(1));
        Assert.Equal(result.Tree.Nodes.Sum(node => node.Proposal.Cost.Generated), result.Cost.GeneratedTokens);
    }

    [Fact]
    public async Task As_many_first_steps_are_drawn_as_their_bound_fits()
    {
        Assert.Equal(0, await FirstStepsAsync(Bound(steps: 1) - 1));
        Assert.Equal(1, await FirstStepsAsync(Bound(steps: 1)));
        Assert.Equal(3, await FirstStepsAsync(Bound(steps: 4) - 1));
        Assert.Equal(4, await FirstStepsAsync(Bound(steps: 4)));

        // The question's bytes and a margin of 64, and steps of the greatest length: once for each model.
        static int Bound(int steps) => 2 * (Some.Problem().Question.Length + 64 + (steps * Some.Sampling().MaxStepTokens));

        async Task<int> FirstStepsAsync(int tokens) =>
            (await _search.RunAsync(new BeamSearch(4, 2, maxRounds: 1), new Budget(Tokens: tokens))).Tree.Nodes.Length;
    }

    [Fact]
    public async Task A_round_that_cannot_be_narrowed_and_does_not_fit_ends_the_search()
    {
        var result = await _search.RunAsync(new WholeRounds(new BestOfN(4)), new Budget(Generations: 3));

        Assert.Equal((SearchEnd.BudgetExhausted, true, Cost.Zero), (result.End, result.Tree.IsEmpty, result.Cost));
    }

    [Fact]
    public async Task Too_few_generations_draw_as_many_answers_as_they_pay()
    {
        var result = await _search.RunAsync(new BestOfN(4), new Budget(Generations: 3));

        Assert.Equal((SearchEnd.BudgetExhausted, 3, 3), (result.End, result.Tree.Nodes.Length, result.Cost.Generations));
    }

    [Fact]
    public async Task Answers_that_a_round_did_not_pay_are_drawn_by_the_next_ones_from_what_it_gave_back()
    {
        var whole = await _search.RunAsync(new BestOfN(8));

        var result = await _search.RunAsync(new BestOfN(8), new Budget(Tokens: whole.Cost.Tokens + (2 * Some.Sampling().MaxAnswerTokens)));

        Assert.True(result.Tree.Rounds > 1);
        Assert.Equal(SearchEnd.Completed, result.End);
        Assert.Equal(
            whole.Tree.Nodes.Select(node => (node.Path, node.Proposal, node.Verdict)),
            result.Tree.Nodes.Select(node => (node.Path, node.Proposal, node.Verdict)));
    }

    [Fact]
    public async Task A_beam_loses_its_worst_prefixes_and_no_child_of_the_others()
    {
        var search = new SimulatedSearch { FinishChances = [0] };
        var beam = new BeamSearch(8, 2, maxRounds: 12);
        var whole = await search.RunAsync(beam);

        var tree = (await search.RunAsync(beam, new Budget(Tokens: whole.Cost.Tokens * 3 / 4))).Tree;

        var widths = new List<int>();
        for (var round = 2; round <= tree.Rounds; round++)
        {
            var parents = tree.NodesOfRound(round).GroupBy(node => node.Parent).ToList();
            widths.Add(parents.Count);
            var best = beam.KeptAfter(tree, round - 1).Where(node => node.IsOpen).Take(parents.Count);
            Assert.Equal(best.Select(node => node.Id), parents.Select(parent => parent.Key));
            Assert.All(parents, children => Assert.Equal(2, children.Count()));
        }

        Assert.Equal(4, widths[0]);
        Assert.InRange(widths[^1], 1, 3);
    }

    [Fact]
    public async Task Reserves_before_it_draws_and_settles_after()
    {
        var events = new List<string>();
        var runner = new SearchRunner(new Diary(events, _search.Expander), new Diary(events, _search.Expander));

        await runner.RunAsync(Some.Task(new BeamSearch(2, 1, maxRounds: 2)), TestContext.Current.CancellationToken);

        Assert.Equal(["reserve", "draw", "settle", "reserve", "draw", "draw", "settle"], events);
    }

    [Fact]
    public async Task Nothing_is_drawn_when_it_is_cancelled()
    {
        var gate = new WatchedGate(Budget.Unlimited);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new SearchRunner(_search.Expander, gate).RunAsync(Some.Task(new BestOfN(4)), cancelled));

        Assert.Equal(Amounts.Zero, gate.Ledger.Settled);
    }

    [Fact]
    public async Task Cancelling_between_rounds_ends_it_and_keeps_the_account_of_the_rounds_that_ended()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new WatchedGate(Budget.Unlimited);
        var runner = new SearchRunner(_search.Expander, new CancelsAfter(cancellation, gate, settlements: 2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => runner.RunAsync(Some.Task(new BeamSearch(4, 2)), cancellation.Token));

        Assert.Equal(Amounts.Of((await _search.RunAsync(new BeamSearch(4, 2, maxRounds: 2))).Cost, default), gate.Ledger.Settled);
    }

    [Fact]
    public async Task A_search_that_broke_off_is_taken_up_again_on_the_same_account()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new WatchedGate(Budget.Unlimited);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new SearchRunner(_search.Expander, new CancelsAfter(cancellation, gate, settlements: 2))
                .RunAsync(Some.Task(new BeamSearch(4, 2)), cancellation.Token));

        var result = await new SearchRunner(_search.Expander, gate)
            .RunAsync(Some.Task(new BeamSearch(4, 2)), TestContext.Current.CancellationToken);

        Assert.Equal(Amounts.Of(result.Cost, default), gate.Ledger.Settled);
        Assert.Equal((await _search.RunAsync(new BeamSearch(4, 2))).Tree.Nodes.AsEnumerable(), result.Tree.Nodes);
    }

    private sealed record TwoAtATime : ISearchStrategy
    {
        public int Generations => 4;

        public IReadOnlyList<Expansion> Plan(SearchTree tree) =>
            tree.Rounds < 2 ? [new Expansion(SearchTree.Root, 2, Extent.Answer)] : [];
    }

    private sealed class Owners(INodeExpander expander) : INodeExpander
    {
        public List<string> Seen { get; } = [];

        public Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
        {
            Seen.Add(request.Prefix.Owner);
            return expander.ExpandAsync(request, cancellationToken);
        }
    }

    private sealed class Diary(List<string> events, INodeExpander expander) : INodeExpander, IBudgetGate
    {
        public Task<ExpandReply> ExpandAsync(ExpandRequest request, CancellationToken cancellationToken)
        {
            events.Add("draw");
            return expander.ExpandAsync(request, cancellationToken);
        }

        public Budget Budget => Budget.Unlimited;

        public ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken)
        {
            events.Add("reserve");
            return ValueTask.FromResult(true);
        }

        public ValueTask SettleAsync(Cost total, CancellationToken cancellationToken)
        {
            events.Add("settle");
            return ValueTask.CompletedTask;
        }
    }

    private sealed class CancelsAfter(CancellationTokenSource cancellation, IBudgetGate inner, int settlements) : IBudgetGate
    {
        private int _settled;

        public Budget Budget => inner.Budget;

        public ValueTask<bool> TryReserveAsync(Cost upTo, CancellationToken cancellationToken) =>
            inner.TryReserveAsync(upTo, cancellationToken);

        public async ValueTask SettleAsync(Cost total, CancellationToken cancellationToken)
        {
            await inner.SettleAsync(total, cancellationToken);
            if (++_settled == settlements)
            {
                await cancellation.CancelAsync();
            }
        }
    }
}
