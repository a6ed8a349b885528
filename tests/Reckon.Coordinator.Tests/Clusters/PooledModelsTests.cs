using Reckon.Contracts.Models;
using Reckon.Coordinator.Clusters;

namespace Reckon.Coordinator.Tests.Clusters;

public sealed class PooledModelsTests
{
    [Fact]
    public void A_pool_promises_what_all_of_its_workers_keep()
    {
        var here = Model("a") with { CacheBytesPerToken = 8, IsRepeatable = true };
        var there = Model("a") with { ContextTokens = 50, IsRepeatable = false, CanExclude = false };

        foreach (var order in (ModelDescription[][])[[here, there, Model("b")], [Model("b"), there, here]])
        {
            var pools = PooledModels.Of(order);

            Assert.Equal(["a", "b"], pools.Select(pool => pool.Pool));
            Assert.Equal((8L, 50, false, false), (pools[0].CacheBytesPerToken, pools[0].ContextTokens, pools[0].IsRepeatable, pools[0].CanExclude));
            Assert.True(pools[1].CanExclude);
        }
    }

    private static ModelDescription Model(string pool) => new(pool, false, pool, "1", "sha", "print", 7, 100)
    {
        CacheBytesPerToken = 0,
        PromptOverhead = 1,
        LongestTokenBytes = 1,
        Vocabulary = "v",
        HasRevision = true,
    };
}
