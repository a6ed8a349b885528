using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing;

/// <summary>What came back from a worker.</summary>
/// <param name="Answers">One for each request, in order; null where the worker could not be reached.</param>
/// <param name="Report">What the worker says of itself; null where it could not be reached.</param>
/// <param name="Reason">Why there is no reply, as far as it is known.</param>
internal sealed record Delivery<TReply>(IReadOnlyList<WorkAnswer<TReply>?> Answers, WorkerReport? Report, string? Reason);
