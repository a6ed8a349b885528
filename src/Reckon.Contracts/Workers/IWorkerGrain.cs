using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Reckon.Contracts.Workers;

/// <summary>The models of one device. Key: see <see cref="WorkerKey"/>. Nothing is queued here: a full engine answers Busy.</summary>
[Alias("reckon.worker")]
public interface IWorkerGrain : IGrainWithStringKey
{
    /// <summary>What each device of this silo serves.</summary>
    [Alias("describe"), AlwaysInterleave]
    Task<ImmutableArray<WorkerDescription>> DescribeAsync();

    /// <summary>A sign of life: the device's figures, one for each of its models. Answered at once, whatever the device does.</summary>
    [Alias("ping"), AlwaysInterleave, ResponseTimeout("00:00:05")]
    Task<ImmutableArray<WorkerReport>> PingAsync();

    /// <summary>Draws continuations; returns when all are drawn, one answer for each request, in order.</summary>
    [Alias("propose"), ResponseTimeout("00:05:00")]
    Task<ProposeAnswers> ProposeAsync(ProposeCall call, CancellationToken cancellationToken = default);

    /// <summary>Judges continuations; returns when all are judged, one answer for each request, in order.</summary>
    [Alias("judge"), ResponseTimeout("00:05:00")]
    Task<JudgeAnswers> JudgeAsync(JudgeCall call, CancellationToken cancellationToken = default);
}
