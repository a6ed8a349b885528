using Reckon.Search.Running;

namespace Reckon.Contracts.Workers;

/// <summary>A worker's answer to one expansion.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Reply">The continuations; only when done.</param>
/// <param name="Error">The reason; only when rejected or failed.</param>
[GenerateSerializer, Immutable, Alias("reckon.propose-answer")]
public sealed record ProposeAnswer(
    [property: Id(0)] WorkStatus Status,
    [property: Id(1)] ProposeReply? Reply = null,
    [property: Id(2)] string? Error = null)
{
    /// <summary>A verdict on each continuation that is not truncated; null where they were not judged there.</summary>
    [Id(3)]
    public JudgeReply? Judged { get; init; }

    /// <summary>The request's share of the time that the device's models ran, judging included.</summary>
    [Id(4)]
    public TimeSpan DeviceTime { get; init; }
}
