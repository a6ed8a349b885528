using System.Collections.Immutable;
using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Orleans.Placement;
using Reckon.Contracts.Placement;
using Reckon.Contracts.Workers;

namespace Reckon.Worker;

/// <summary>Passes requests on to the engines of this silo's device. It queues nothing and computes nothing: the engines do.</summary>
[PinnedToSilo, GrainDirectory(EmptyGrainDirectory.Name), Immovable, KeepAlive, Reentrant, GrainType(WorkerKey.GrainType)]
internal sealed class WorkerGrain(DeviceEngines engines) : Grain, IWorkerGrain
{
    /// <inheritdoc/>
    public Task<WorkerDescription> DescribeAsync() => Task.FromResult(new WorkerDescription(this.GetPrimaryKeyString(), engines.Served));

    /// <inheritdoc/>
    public async Task<ImmutableArray<ProposeAnswer>> ProposeAsync(ProposeCall call, CancellationToken cancellationToken = default) =>
        [.. await Task.WhenAll(call.Requests.Select(request => engines.ProposeAsync(call.Pool, request, cancellationToken)))];

    /// <inheritdoc/>
    public async Task<ImmutableArray<JudgeAnswer>> JudgeAsync(JudgeCall call, CancellationToken cancellationToken = default) =>
        [.. await Task.WhenAll(call.Requests.Select(request => engines.JudgeAsync(call.Pool, request, cancellationToken)))];
}
