using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>Names the search of a request: requests of one search are awaited together, so they may be sent together.</summary>
internal static class SearchName
{
    /// <summary>The name of the search: sweep, problem and seed. A round waits for all of its expansions.</summary>
    public static string Of(Prefix prefix) => $"{prefix.Owner}/{prefix.Problem.Id}/{prefix.Seed}";
}
