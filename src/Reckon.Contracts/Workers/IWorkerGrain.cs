using System.Collections.Immutable;

namespace Reckon.Contracts.Workers;

/// <summary>The models of one device. Key: see <see cref="WorkerKey"/>. Nothing is queued here: a full engine answers Busy.</summary>
[Alias("reckon.worker")]
public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>What the device serves.</summary>
    [Alias("describe")]
    Task<WorkerDescription> DescribeAsync();

    /// <summary>Draws continuations; returns when all are drawn, one answer for each request, in order.</summary>
    [Alias("propose"), ResponseTimeout("00:05:00")]
    Task<ImmutableArray<ProposeAnswer>> ProposeAsync(ProposeCall call, CancellationToken cancellationToken = default);

    /// <summary>Judges continuations; returns when all are judged, one answer for each request, in order.</summary>
    [Alias("judge"), ResponseTimeout("00:05:00")]
    Task<ImmutableArray<JudgeAnswer>> JudgeAsync(JudgeCall call, CancellationToken cancellationToken = default);
}
