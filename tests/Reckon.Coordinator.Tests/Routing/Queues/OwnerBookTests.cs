using Reckon.Contracts.Pools;
using Reckon.Coordinator.Routing.Queues;

namespace Reckon.Coordinator.Tests.Routing.Queues;

public sealed class OwnerBookTests
{
    private readonly OwnerBook _book = new();

    [Fact]
    public void Counts_what_each_owner_has_until_it_is_answered()
    {
        var first = _book.Enter(Of("a", weight: 4, priority: 1));
        using var second = _book.Enter(Of("b", weight: 2, priority: 5));
        using var third = _book.Enter(Of("a", weight: 8, priority: 3));
        Assert.Equal([new OwnerLoad("a", 3, 12), new OwnerLoad("b", 5, 2)], _book.All.OrderBy(owner => owner.Owner));

        first.Dispose();

        Assert.Equal([new OwnerLoad("a", 3, 8), new OwnerLoad("b", 5, 2)], _book.All.OrderBy(owner => owner.Owner));
    }

    [Fact]
    public void Forgets_an_owner_that_has_nothing()
    {
        _book.Enter(Of("a", weight: 4, priority: 1)).Dispose();

        Assert.Empty(_book.All);
    }

    private static Demand Of(string owner, int weight, int priority) => new(weight, "search") { Owner = owner, Priority = priority };
}
