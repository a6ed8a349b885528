using Reckon.Contracts.Workers;

namespace Reckon.Coordinator.Routing;

/// <summary>A worker's answer to one call, whatever the kind of work.</summary>
/// <param name="Answers">One for each request, in order.</param>
/// <param name="Report">What the worker says of itself.</param>
internal sealed record WorkAnswers<TReply>(IReadOnlyList<WorkAnswer<TReply>> Answers, WorkerReport? Report);
