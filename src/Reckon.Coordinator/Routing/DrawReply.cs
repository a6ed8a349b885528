using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>What a worker drew.</summary>
/// <param name="Drawn">The children.</param>
/// <param name="Judged">A verdict on each that is not truncated; null where they were not judged there.</param>
internal sealed record DrawReply(ProposeReply Drawn, JudgeReply? Judged);
