using System.Net;

namespace Reckon.Cli.Hosting;

/// <summary>Where one silo listens, and which cluster it belongs to.</summary>
/// <param name="ClusterId">Silos with the same id find one another.</param>
/// <param name="Redis">How the store is reached.</param>
/// <param name="Address">The address that other silos use.</param>
/// <param name="SiloPort">The port for other silos.</param>
/// <param name="GatewayPort">The port for clients; 0 for none.</param>
internal sealed record SiloSettings(string ClusterId, string Redis, IPAddress Address, int SiloPort, int GatewayPort)
{
    /// <summary>Names this product's data in a shared store.</summary>
    public const string ServiceId = "reckon";
}
