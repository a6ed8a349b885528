namespace Reckon.Cli.Configuration;

/// <summary>Which cluster a process belongs to, and where it can be reached. Does not concern <c>reckon run</c>.</summary>
internal sealed class ClusterSettings
{
    /// <summary>Processes with the same id and the same Redis find one another. Default: <c>reckon</c>.</summary>
    public string Id { get; set; } = "reckon";

    /// <summary>
    /// How Redis is reached, as StackExchange.Redis writes it: <c>host:port,password=…,ssl=true</c>; several addresses for a Redis
    /// cluster, and <c>serviceName=…</c> for sentinels. Default: none; a process of a cluster needs one.
    /// </summary>
    public string? Redis { get; set; }

    /// <summary>The address by which the cluster's other processes reach this one. Default: 127.0.0.1, for one machine.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The port for the cluster's other processes; 0 for any that is free. Default: 0.</summary>
    public int SiloPort { get; set; }

    /// <summary>The port for clients on a coordinator; 0 for any that is free. A worker has none. Default: 0.</summary>
    public int GatewayPort { get; set; }

    /// <summary>Where a silo answers over HTTP whether it serves (<c>/health/…</c>) and what it measures (<c>/metrics</c>). Default: nowhere.</summary>
    public string? StatusUrl { get; set; }

    /// <summary>
    /// How long a process that is asked to stop may finish what it has begun. Keep it below the grace period of what stops it.
    /// Default: 20 s.
    /// </summary>
    public TimeSpan Grace { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long the store keeps what search nodes have drawn, after it was last written; 0 for ever. What has expired is drawn again if
    /// a sweep asks for it, with the same results. Default: 0.
    /// </summary>
    public TimeSpan NodeLifetime { get; set; }
}
