using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Reckon.Cli.Output;

namespace Reckon.Cli.Hosting;

/// <summary>Sends metrics and traces to a collector that speaks OTLP.</summary>
internal static class TelemetryExport
{
    private static readonly string[] _meters = ["Reckon.*", "Microsoft.Orleans", "System.Runtime"];
    private static readonly string[] _sources = ["Reckon.*", "Microsoft.Orleans.*"];

    /// <summary>Adds that; nothing where <paramref name="otlp"/> is null.</summary>
    /// <param name="services">The process's.</param>
    /// <param name="otlp">The collector's address.</param>
    /// <param name="role">What the process is, as the collector names it.</param>
    public static void Add(IServiceCollection services, string? otlp, string role)
    {
        if (otlp is null)
        {
            return;
        }

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService($"reckon-{role}", serviceVersion: ProgramVersion.Text))
            .WithMetrics(metrics => metrics.AddMeter(_meters).AddOtlpExporter(exporter => exporter.Endpoint = new Uri(otlp)))
            .WithTracing(traces => traces.AddSource(_sources).AddOtlpExporter(exporter => exporter.Endpoint = new Uri(otlp)));
    }
}
