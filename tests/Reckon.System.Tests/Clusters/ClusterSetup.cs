using System.Collections.Immutable;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>What a cluster of processes begins with.</summary>
internal sealed record ClusterSetup
{
    // Rows that the models run at once.
    private static readonly ImmutableArray<string> _slow = ["--rows", "2"];

    /// <summary>Coordinators, at least 1.</summary>
    public int Coordinators { get; init; } = 1;

    /// <summary>Workers.</summary>
    public int Workers { get; init; } = 2;

    /// <summary>Its Redis.</summary>
    public RedisSetup Redis { get; init; } = new() { IsKept = true };

    /// <summary>How processes are told to reach the Redis.</summary>
    public Func<RedisServer, string> RedisAddress { get; init; } = redis => redis.ClientAddress;

    /// <summary>How the process with this name is started, and its further arguments.</summary>
    public Func<string, (ReckonLaunch Launch, ImmutableArray<string> Arguments)> PlaceOf { get; init; } = _ => (ReckonLaunch.Usual, []);

    /// <summary>The same, with workers among them that are slow: so that others, which come later, have something to do.</summary>
    public ClusterSetup WithSlow(params string[] workers) => this with
    {
        PlaceOf = name => PlaceOf(name) is var place && workers.Contains(name) ? (place.Launch, [.. place.Arguments, .. _slow]) : place,
    };
}
