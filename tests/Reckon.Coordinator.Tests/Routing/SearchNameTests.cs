using Reckon.Coordinator.Routing;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Tests.Routing;

public sealed class SearchNameTests
{
    [Fact]
    public void What_one_search_asks_for_travels_together_and_two_sweeps_never_do()
    {
        var root = new Prefix(new Problem("p", "1+1", "2", "", 0), 7, [], []) { Owner = "sweep" };

        Assert.Equal(SearchName.Of(root), SearchName.Of(root with { Path = [3] }));
        Assert.NotEqual(SearchName.Of(root), SearchName.Of(root with { Owner = "another" }));
        Assert.NotEqual(SearchName.Of(root), SearchName.Of(root with { Seed = 8 }));
    }
}
