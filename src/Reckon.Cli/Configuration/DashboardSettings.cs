namespace Reckon.Cli.Configuration;

/// <summary>How the dashboard runs alone.</summary>
internal sealed class DashboardSettings
{
    /// <summary>Where it listens: <c>http://ADDRESS:PORT</c>; port 0 for any. Default: http://127.0.0.1:8090.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:8090";
}
