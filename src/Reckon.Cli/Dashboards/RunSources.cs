using Reckon.Dashboard.Sources;

namespace Reckon.Cli.Dashboards;

/// <summary>The sweep of a run: first as it runs, then as its folder has it. Nobody is asked who they are.</summary>
internal sealed class RunSources(ISweepSources running) : ISweepSources
{
    private volatile ISweepSources _now = running;

    /// <inheritdoc/>
    public bool HasCallers => false;

    /// <inheritdoc/>
    public ISweepSource Open(string? secret) => _now.Open(secret);

    /// <summary>Shows <paramref name="finished"/> from now on.</summary>
    public void Show(ISweepSources finished) => _now = finished;
}
