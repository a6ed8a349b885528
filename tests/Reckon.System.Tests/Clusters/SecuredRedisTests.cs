using Reckon.Storage;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

[Collection(ClusterCollection.Name)]
public sealed class SecuredRedisTests(DisturbedSweep sweep)
{
    private const string Password = "of-this-test";

    [Fact]
    public async Task A_cluster_runs_on_a_redis_with_tls_and_a_password_and_with_two_addresses_of_which_one_is_silent()
    {
        using var folder = new TempFolder();
        var certificate = new RedisCertificate(folder);
        var trusting = ReckonLaunch.Usual with { Variables = ReckonLaunch.Usual.Variables.Add("SSL_CERT_FILE", certificate.Path) };
        var setup = new ClusterSetup
        {
            Workers = 1,
            Redis = new RedisSetup
            {
                IsKept = true,
                CertificateHash = certificate.Hash,
                Arguments =
                [
                    "--tls-cert-file", certificate.Path, "--tls-key-file", certificate.KeyPath, "--tls-ca-cert-file", certificate.Path,
                    "--tls-auth-clients", "no", "--requirepass", Password,
                ],
                ClientOptions = $",ssl=true,password={Password}",
            },
            RedisAddress = redis => $"127.0.0.1:{FreePort.Find()},{redis.ClientAddress}",
            PlaceOf = _ => (trusting, []),
        };
        await sweep.RunAsync(
            setup,
            cluster => Task.CompletedTask,
            check: cluster =>
            {
                Assert.DoesNotContain(cluster.Members, member => member.Log.Contains(Password, StringComparison.Ordinal));
                return Task.CompletedTask;
            });
    }

    [Fact]
    public async Task A_cluster_that_asks_sentinels_for_its_redis_goes_on_at_the_next_when_they_move_it()
    {
        Assert.SkipUnless(Programs.Has("redis-server"), "redis-server is not on the PATH: install the package redis-server.");
        await using var sentinel = new RedisSentinel();
        await using var replica = await RedisServer.StartAsync(new RedisSetup { IsKept = true, Arguments = ["--min-replicas-to-write", "1"] });
        await sweep.RunAsync(
            new ClusterSetup { Workers = 1, RedisAddress = redis => sentinel.Watch(redis, replica) },
            async cluster =>
            {
                await cluster.OrderAsync("pause"); // A replica follows a moment later: what is written just now would be lost.
                await cluster.Store.ConfigureAsync("min-replicas-to-write", "1"); // Left alone, it takes nothing that would be lost.
                await sentinel.FailOverAsync();
                await Wait.UntilAsync(async () => await sentinel.PrimaryPortAsync() == replica.Port);
                await cluster.MoveStoreAsync(new StoreView(await replica.ConnectAsync()));
                await Wait.UntilAsync(() => cluster.TryOrderAsync("resume"));
            });
    }
}
