using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class AffinityTableTests
{
    private readonly AffinityTable _table = new(capacity: 2);

    [Fact]
    public void Knows_the_two_workers_that_served_a_group_last()
    {
        _table.Remember("search", "a");
        _table.Remember("search", "b");
        _table.Remember("search", "c");
        _table.Remember("search", "c");

        Assert.Equal(new Holders(Latest: "c", Earlier: "b"), _table.HoldersOf("search"));
        Assert.Equal(default, _table.HoldersOf("other"));
    }

    [Fact]
    public void A_worker_that_serves_again_is_the_latest_again()
    {
        _table.Remember("search", "a");
        _table.Remember("search", "b");
        _table.Remember("search", "a");

        Assert.Equal(new Holders(Latest: "a", Earlier: "b"), _table.HoldersOf("search"));
    }

    [Theory]
    [InlineData("b", "a")]
    [InlineData("a", "b")]
    public void Forgets_a_worker_that_failed_and_keeps_the_other(string failed, string left)
    {
        _table.Remember("search", "a");
        _table.Remember("search", "b");
        _table.Forget("search", failed);

        Assert.Equal(new Holders(Latest: left, Earlier: null), _table.HoldersOf("search"));
    }

    [Fact]
    public void Forgets_the_group_that_was_served_least_recently()
    {
        _table.Remember("first", "a");
        _table.Remember("second", "a");
        _table.Remember("first", "a");
        _table.Remember("third", "a");

        Assert.Equal(["a", null, "a"], new[] { "first", "second", "third" }.Select(search => _table.HoldersOf(search).Latest));
    }

    [Fact]
    public void A_group_whose_worker_failed_and_that_found_another_counts_once()
    {
        _table.Remember("first", "a");
        _table.Forget("first", "a");
        _table.Remember("first", "b");
        _table.Remember("second", "a");

        Assert.Equal(["b", "a"], new[] { "first", "second" }.Select(search => _table.HoldersOf(search).Latest));
    }
}
