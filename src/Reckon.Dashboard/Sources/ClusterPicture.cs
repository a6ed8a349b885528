using System.Collections.Immutable;
using Reckon.Api.Pools;

namespace Reckon.Dashboard.Sources;

/// <summary>The cluster, and what does not get on in it.</summary>
/// <param name="View">The cluster, as it was when it was asked.</param>
/// <param name="Waiting">The sweeps of which nothing runs although they are to.</param>
public sealed record ClusterPicture(ClusterView View, ImmutableArray<SweepState> Waiting);
