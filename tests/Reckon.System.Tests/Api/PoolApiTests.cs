using Reckon.Api.Pools;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;

namespace Reckon.System.Tests.Api;

public sealed class PoolApiTests(ApiFixture fixture)
{
    private const string Proposer = "abacus-proposer";

    [Fact]
    public async Task A_models_name_alone_means_its_pools_together()
    {
        var api = await fixture.ApiAsync();
        var whole = (await ApiOnSilos.ReadAsync<Listed>(api.GetAsync("v1/pools"))).Items.Single(
            pool => pool.Pool.StartsWith($"{Proposer}@", StringComparison.Ordinal));

        var named = await ApiOnSilos.ReadAsync<PoolView>(api.GetAsync($"v1/pools/{Proposer}"));

        Assert.Equal((Proposer, 1, whole.Rows), (named.Pool, named.Workers, named.Rows));
        Assert.Equal(0, (await ApiOnSilos.ReadAsync<PoolView>(api.GetAsync("v1/pools/abacus"))).Workers); // Not the beginning of a name.
    }

    [Fact]
    public void Pools_of_one_name_add_up_and_others_do_not_count()
    {
        PoolStatus[] pools = [Pool("a@1", workers: 1, waiting: 5), Pool("a@2", workers: 2, waiting: 1), Pool("ab@1", workers: 9, waiting: 9)];

        var sum = PoolView.OfModel("a", pools);

        Assert.Equal(("a", 3, 6, 2, 8), (sum.Pool, sum.Workers, sum.Waiting, sum.InFlight, sum.Outstanding));
        Assert.Equal((0, null), (PoolView.OfModel("b", pools) is var none ? (none.Outstanding, none.Stalled) : default));
    }

    private static PoolStatus Pool(string name, int workers, int waiting) => new(
        workers, waiting, InFlight: 1, Saturation: 1, new WorkerReport("all", 64, 60, 0, 0, 0, 0, TimeSpan.Zero, TimeSpan.Zero))
    { Pool = name };

    private sealed record Listed(PoolView[] Items);
}
