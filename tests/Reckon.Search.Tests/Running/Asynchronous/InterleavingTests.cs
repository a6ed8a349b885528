using System.Globalization;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Testing;

namespace Reckon.Search.Tests.Running.Asynchronous;

/// <summary>In whatever order the draws of an asynchronous search come, its tree, cost and end are those of the synchronous one.</summary>
public sealed class InterleavingTests
{
    private static readonly int _cases =
        int.Parse(Environment.GetEnvironmentVariable("RECKON_INTERLEAVINGS") ?? "1000", CultureInfo.InvariantCulture);

    public static TheoryData<string> Keys => ["beam", "dvts", "rebase"];

    [Theory, MemberData(nameof(Keys))]
    public async Task Any_order_gives_the_tree_of_the_synchronous_search(string key) =>
        Assert.InRange(await EarlyDrawsAsync(key, hasBudget: false), _cases, int.MaxValue); // Else little was asynchronous.

    [Theory, MemberData(nameof(Keys))]
    public async Task Any_order_gives_the_tree_of_the_synchronous_search_within_a_budget(string key) =>
        Assert.InRange(await EarlyDrawsAsync(key, hasBudget: true), _cases / 4, int.MaxValue);

    private static async Task<int> EarlyDrawsAsync(string key, bool hasBudget)
    {
        var (early, definition) = (0, StrategyRegistry.BuiltIn.WithKey(key)!); // One of the program's.
        for (var seed = 0; seed < _cases; seed++)
        {
            var one = new RandomCase(definition, seed, hasBudget);
            var expected = await new SearchRunner(one.Search.Expander, new WatchedGate(one.Budget, one.Search.Price.Sizes))
                .RunAsync(one.Task, TestContext.Current.CancellationToken);

            var (actual, ledger, drawnEarly) = await one.RunAsync();

            Assert.Equal((expected.Cost, expected.End, expected.Tree.Rounds), (actual.Cost, actual.End, actual.Tree.Rounds));
            Assert.Equal(expected.Tree.Nodes.AsEnumerable(), actual.Tree.Nodes.AsEnumerable());
            Assert.Equal(Amounts.Of(actual.Cost, one.Search.Price.Sizes), ledger.Settled);
            early += drawnEarly;
        }

        return early;
    }
}
