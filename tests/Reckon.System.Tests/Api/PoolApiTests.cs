using Reckon.Api.Pools;

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
        PoolView[] pools =
        [
            new("a@1", 1, 0, 0, 5, 64, 69, 64, 60, 100, 0), new("a@2", 2, 1, 1, 1, 2, 3, 128, 2, 10, 7), new("ab@1", 9, 9, 9, 9, 9, 18, 9, 9, 9, 9),
        ];

        Assert.Equal(new PoolView("a", 3, 1, 1, 6, 66, 72, 192, 62, 110, 7), PoolView.OfModel("a", pools));
        Assert.Equal((0, null), (PoolView.OfModel("b", pools) is var none ? (none.Outstanding, none.Stalled) : default));
    }

    private sealed record Listed(PoolView[] Items);
}
