namespace Reckon.Api.Health;

/// <summary>Whether this process has reached the cluster; written by the client's connection, read by the health endpoints.</summary>
public sealed class ClusterConnection
{
    private volatile bool _isUp;

    /// <summary>Whether the last attempt to reach the cluster succeeded.</summary>
    public bool IsUp
    {
        get => _isUp;
        set => _isUp = value;
    }
}
