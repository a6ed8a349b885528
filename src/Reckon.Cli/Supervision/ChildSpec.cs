using System.Collections.Immutable;

namespace Reckon.Cli.Supervision;

/// <summary>One process of a cluster on this machine.</summary>
/// <param name="Name">What it is called, in messages and as the name of its log.</param>
/// <param name="Arguments">The command line of <c>reckon</c>.</param>
internal sealed record ChildSpec(string Name, ImmutableArray<string> Arguments)
{
    /// <summary>Variables of the environment that it gets where they are not set already.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;
}
