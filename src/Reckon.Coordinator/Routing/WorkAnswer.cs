using Reckon.Contracts;

namespace Reckon.Coordinator;

/// <summary>A worker's answer to one request, whatever the kind of work.</summary>
internal readonly record struct WorkAnswer<TReply>(WorkStatus Status, TReply? Reply, string? Error);
