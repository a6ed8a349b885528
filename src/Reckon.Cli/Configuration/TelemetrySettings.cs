namespace Reckon.Cli.Configuration;

/// <summary>Where the processes of a cluster send what they measure and trace.</summary>
internal sealed class TelemetrySettings
{
    /// <summary>The collector, which speaks OTLP over gRPC, such as http://127.0.0.1:4317. Default: none; nothing is sent.</summary>
    public string? Otlp { get; set; }
}
