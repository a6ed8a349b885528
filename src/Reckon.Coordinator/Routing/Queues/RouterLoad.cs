namespace Reckon.Coordinator.Routing.Queues;

/// <summary>A router's outstanding work, in children.</summary>
/// <param name="Waiting">For a worker.</param>
/// <param name="InFlight">At a worker.</param>
internal readonly record struct RouterLoad(int Waiting, int InFlight);
