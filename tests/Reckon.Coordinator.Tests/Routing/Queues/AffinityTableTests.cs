using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class AffinityTableTests
{
    [Fact]
    public void Knows_who_served_a_group_last()
    {
        var table = new AffinityTable();
        table.Remember("search", "a");
        table.Remember("search", "b");

        Assert.Equal("b", table.HolderOf("search"));
        Assert.Null(table.HolderOf("other"));
    }

    [Fact]
    public void Forgets_the_oldest_group_beyond_its_capacity()
    {
        var table = new AffinityTable(capacity: 2);
        table.Remember("first", "a");
        table.Remember("second", "a");
        table.Remember("third", "a");

        Assert.Null(table.HolderOf("first"));
        Assert.Equal("a", table.HolderOf("third"));
    }
}
