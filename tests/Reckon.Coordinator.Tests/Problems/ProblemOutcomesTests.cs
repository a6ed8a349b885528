using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Problems;
using Reckon.Coordinator.Stores;
using Reckon.Coordinator.Tests.Stores;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Strategies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Coordinator.Tests.Problems;

public sealed class ProblemOutcomesTests
{
    private static readonly SweepTerms _terms = new("new", "{}", "p", "v", "{}", SearchPrice.Default);
    private static readonly SweepKey _old = new("sweep", "old");
    private readonly MemoryRecordStore _records = new();
    private OutcomeStore _outcomes;
    private TreesStore _trees;

    public ProblemOutcomesTests() => (_outcomes, _trees) = (new OutcomeStore(_records), new TreesStore(_records));

    [Fact]
    public async Task A_sweep_that_adds_to_another_takes_its_outcomes_over_under_their_new_places()
    {
        await _outcomes.AddAsync(_old, "p1", SomeOutcome.Stored(0, n: 4, seed: 0), SomeOutcome.Stored(1, n: 16, seed: 0), SomeOutcome.Stored(2, n: 2, seed: 0));
        await _outcomes.AddAsync(_old, "p2", SomeOutcome.Stored(0, n: 4, seed: 0));
        await _trees.WriteAsync(_old, "p1", [1]);
        var problem = Problem("older old", (4, 1), (4, 0), (16, 1), (16, 0), (64, 0));

        var taken = await problem.ReadAsync();

        Assert.Equal([(1, 4), (3, 16)], taken.OrderBy(trial => trial.Key).Select(trial => (trial.Key, OutcomeJson.Read(trial.Value.Document).N)));
        Assert.Equal(taken.Keys.Order(), (await problem.ReadAsync()).Keys.Order());
        Assert.Empty(await _outcomes.ReadAsync(_old, "p1"));
        Assert.Null(await _trees.ReadAsync(_old, "p1"));
        Assert.Single(await _outcomes.ReadAsync(_old, "p2"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_store_that_goes_away_meanwhile_leaves_nothing_behind(int failing)
    {
        await _outcomes.AddAsync(_old, "p1", SomeOutcome.Stored(0, n: 4, seed: 0));
        await _trees.WriteAsync(_old, "p1", [1]);
        var records = new FailingDeletes(_records, failing);
        (_outcomes, _trees) = (new OutcomeStore(records), new TreesStore(records));
        await Assert.ThrowsAsync<OrleansException>(() => Problem("old", (4, 0)).ReadAsync());

        var taken = await Problem("old", (4, 0)).ReadAsync();

        Assert.Single(taken);
        Assert.Single(_records.Keys, key => key.Contains("p1", StringComparison.Ordinal)); // What was taken over, and no trees of old.
    }

    [Fact]
    public async Task What_it_has_itself_stays()
    {
        await _outcomes.AddAsync(_old, "p1", SomeOutcome.Stored(0, n: 4, seed: 0) with { Trial = new FinishedTrial(0, 77, 0, 0) });
        await _outcomes.AddAsync(_old with { SpecHash = "new" }, "p1", SomeOutcome.Stored(0, n: 4, seed: 0));

        Assert.Equal(3, (await Problem("old", (4, 0)).ReadAsync())[0].Trial.Tokens);
    }

    [Theory]
    [InlineData("")] // It adds to nothing.
    [InlineData("older")]
    public async Task Otherwise_it_begins_with_nothing(string amends)
    {
        await _outcomes.AddAsync(_old, "p1", SomeOutcome.Stored(0, n: 4, seed: 0));

        Assert.Empty(await Problem(amends, (4, 0)).ReadAsync());
        Assert.Single(await _outcomes.ReadAsync(_old, "p1"));
    }

    private ProblemOutcomes Problem(string amends, params (int N, long Seed)[] trials) => new(
        new ProblemAssignment("sweep", Some.Problem("p1"), _terms with { Amends = amends }),
        [.. trials.Select(trial => new TrialSpec(new StrategySpec(BestOfN.Definition, trial.N), trial.Seed))], _outcomes, _trees);
}
