using System.Net;
using Reckon.Cli.Configuration;
using Reckon.Storage;

namespace Reckon.Cli.Hosting;

/// <summary>Where the silo of a process of a cluster listens.</summary>
internal static class ClusterSilo
{
    /// <summary>The silo that <paramref name="cluster"/> describes; a port that is 0 there is chosen now.</summary>
    /// <param name="cluster">The settings.</param>
    /// <param name="hasGateway">Whether clients may connect.</param>
    /// <exception cref="ClusterSettingException">There is no Redis in the settings.</exception>
    public static SiloSettings Of(ClusterSettings cluster, bool hasGateway) => new(
        cluster.Id,
        cluster.Redis ?? throw ClusterSettingException.NoRedis(),
        IPAddress.Parse(cluster.Address),
        PortOf(cluster.SiloPort),
        hasGateway ? PortOf(cluster.GatewayPort) : 0);

    private static int PortOf(int port) => port == 0 ? FreePort.Find() : port;
}
