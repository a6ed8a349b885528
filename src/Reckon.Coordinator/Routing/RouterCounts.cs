namespace Reckon.Coordinator.Routing;

/// <summary>What a router has done since its start.</summary>
/// <param name="Calls">Calls to workers.</param>
/// <param name="Copies">Requests of which a copy was queued for another worker.</param>
/// <param name="Returned">Requests that came back unserved.</param>
internal readonly record struct RouterCounts(long Calls, long Copies, long Returned);
