using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Reckon.Api.Health;
using Reckon.Storage;

namespace Reckon.Cli.Hosting;

/// <summary>Connects a process that is no silo to a cluster.</summary>
internal static class ClusterClient
{
    private static readonly TimeSpan _gatewayRefresh = TimeSpan.FromSeconds(5);

    /// <summary>Adds the connection; it is made in the background, and again when it is lost.</summary>
    public static void AddClusterClient(this IHostApplicationBuilder builder, string clusterId, string redis, TimeSpan callTimeout) =>
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(cluster => (cluster.ServiceId, cluster.ClusterId) = (SiloSettings.ServiceId, clusterId));
            client.Configure<GatewayOptions>(gateways => gateways.GatewayListRefreshPeriod = _gatewayRefresh);
            client.Configure<ClientMessagingOptions>(messaging => messaging.ResponseTimeout = callTimeout);
            client.UseRedisMembership(redis);
            client.AddActivityPropagation();
            client.UseConnectionRetryFilter<ReconnectFilter>();
        });
}
