using Reckon.Search.Running;

namespace Reckon.Contracts.Workers;

/// <summary>A worker's answer to one request to judge.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Reply">The scores; only when done.</param>
/// <param name="Error">The reason; only when rejected or failed.</param>
[GenerateSerializer, Immutable, Alias("reckon.judge-answer")]
public sealed record JudgeAnswer(
    [property: Id(0)] WorkStatus Status,
    [property: Id(1)] JudgeReply? Reply = null,
    [property: Id(2)] string? Error = null)
{
    /// <summary>The request's share of the time that the device's verifier ran.</summary>
    [Id(3)]
    public TimeSpan DeviceTime { get; init; }
}
