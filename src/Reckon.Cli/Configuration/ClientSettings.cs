namespace Reckon.Cli.Configuration;

/// <summary>How the client commands reach a cluster.</summary>
internal sealed class ClientSettings
{
    /// <summary>Where the cluster's HTTP API is. Default: http://127.0.0.1:8080.</summary>
    public string Server { get; set; } = "http://127.0.0.1:8080";

    /// <summary>A file that holds the secret of the caller's token, and nothing else. Default: none.</summary>
    public string? SecretFile { get; set; }
}
