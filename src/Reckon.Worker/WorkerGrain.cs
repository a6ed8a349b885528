using System.Collections.Immutable;
using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Orleans.Placement;
using Reckon.Contracts.Placement;
using Reckon.Contracts.Workers;

namespace Reckon.Worker;

/// <summary>Passes requests on to the engines of one device. It queues nothing and computes nothing: the engines do.</summary>
[PinnedToSilo, GrainDirectory(EmptyGrainDirectory.Name), Immovable, KeepAlive, Reentrant, GrainType(WorkerKey.GrainType)]
internal sealed class WorkerGrain(WorkerDevices devices) : Grain, IWorkerGrain
{
    private string Key => this.GetPrimaryKeyString();

    private DeviceEngines Engines => field ??= devices[WorkerKey.Parse(Key)];

    /// <inheritdoc/>
    public Task<ImmutableArray<WorkerDescription>> DescribeAsync() => Task.FromResult(devices.Describe(WorkerKey.Parse(Key).Silo));

    /// <inheritdoc/>
    public Task<ImmutableArray<WorkerReport>> PingAsync() => Task.FromResult(Engines.Reports(Key).ToImmutableArray());

    /// <inheritdoc/>
    public async Task<ProposeAnswers> ProposeAsync(ProposeCall call, CancellationToken cancellationToken = default)
    {
        var answers = await Task.WhenAll(
            call.Requests.Select(request => Engines.ProposeAsync(call.Pool, request, call.VerifierPool, cancellationToken)));
        return new ProposeAnswers([.. answers], Engines.ReportOf(Key, call.Pool));
    }

    /// <inheritdoc/>
    public async Task<JudgeAnswers> JudgeAsync(JudgeCall call, CancellationToken cancellationToken = default)
    {
        var answers = await Task.WhenAll(
            call.Requests.Select(request => Engines.JudgeAsync(call.Pool, request, cancellationToken)));
        return new JudgeAnswers([.. answers], Engines.ReportOf(Key, call.Pool));
    }
}
