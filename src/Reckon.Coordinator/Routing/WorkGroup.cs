using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>Which requests are awaited together, so that they may be sent together.</summary>
internal static class WorkGroup
{
    /// <summary>One group for each search: a round waits for all of its expansions.</summary>
    public static string Of(Prefix prefix) => $"{prefix.Owner}/{prefix.Problem.Id}/{prefix.Seed}";
}
