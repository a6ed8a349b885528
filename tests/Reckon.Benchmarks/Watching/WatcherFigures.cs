using System.Globalization;

namespace Reckon.Benchmarks.Watching;

/// <summary>What one window of time has shown.</summary>
/// <param name="Expansions">Expansions a second.</param>
/// <param name="CoordinatorMs">The coordinator's processor time for each, in ms.</param>
/// <param name="ApiCores">Processor time of the API, in cores.</param>
internal sealed record WatcherFigures(double Expansions, double CoordinatorMs, double ApiCores)
{
    /// <summary>Processor time of coordinator and API for each expansion, in ms.</summary>
    public double ServersMs => CoordinatorMs + ApiCores * 1_000 / Expansions;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Expansions:f0} expansions/s, {CoordinatorMs:f3} ms each, API {ApiCores:f3} cores");
}
