namespace Reckon.Dashboard.Sources;

/// <summary>Opens the source of sweeps for its callers.</summary>
public interface ISweepSources
{
    /// <summary>Whether callers may have to say who they are.</summary>
    bool HasCallers { get; }

    /// <summary>The source for a caller.</summary>
    /// <param name="secret">The secret of the caller's token; null for none.</param>
    ISweepSource Open(string? secret);
}
