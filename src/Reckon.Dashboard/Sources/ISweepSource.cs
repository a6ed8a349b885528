using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Dashboard.Problems;
using Reckon.Evaluation.Trees;

namespace Reckon.Dashboard.Sources;

/// <summary>Where the dashboard reads sweeps: a cluster, or folders of results. Opened for one caller; for several threads.</summary>
/// <remarks>What cannot be read ends in a <see cref="SourceException"/>.</remarks>
public interface ISweepSource
{
    /// <summary>Whether sweeps run here, so that there are workers, events and orders.</summary>
    bool IsLive { get; }

    /// <summary>Who is asking, and whether they may give orders.</summary>
    Task<Caller> CallerAsync(CancellationToken cancellationToken);

    /// <summary>All sweeps, the newest first.</summary>
    Task<ImmutableArray<SweepState>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One sweep.</summary>
    Task<SweepPicture> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>The problems of a sweep with the verdict of each of their trials.</summary>
    Task<ProblemTable> ProblemsAsync(string id, CancellationToken cancellationToken);

    /// <summary>What was searched for a problem; null where that was not kept.</summary>
    Task<ProblemTrees?> TreesAsync(string id, string problem, CancellationToken cancellationToken);

    /// <summary>What happened to a sweep, the oldest first.</summary>
    Task<ImmutableArray<SweepEvent>> EventsAsync(string id, CancellationToken cancellationToken);

    /// <summary>The cluster.</summary>
    Task<ClusterPicture> ClusterAsync(CancellationToken cancellationToken);

    /// <summary>Gives an order for a sweep.</summary>
    Task OrderAsync(string id, SweepRequest request, CancellationToken cancellationToken);

    /// <summary>Says whenever a sweep may have changed, until it is over; lost connections are made again.</summary>
    IAsyncEnumerable<SweepState> ChangesAsync(string id, CancellationToken cancellationToken);
}
