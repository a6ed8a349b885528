using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>The routers of this silo, one for each model pool that has been used.</summary>
internal sealed class RouterRegistry(
    IGrainFactory grains,
    IWorkerCatalog catalog,
    IOptions<RouterOptions> options,
    TimeProvider time,
    ILogger<RouterRegistry> logger) : IDisposable
{
    private readonly ConcurrentDictionary<string, ModelRouter<ExpandRequest, ProposeReply>> _proposers = new();
    private readonly ConcurrentDictionary<string, ModelRouter<JudgeRequest, JudgeReply>> _verifiers = new();
    private readonly ConcurrentDictionary<string, IWorkerGrain> _workers = new(); // References are slow to make.

    /// <summary>The outstanding work of every pool.</summary>
    public IEnumerable<(string Pool, RouterLoad Load)> Loads =>
        _proposers.Select(entry => (entry.Key, entry.Value.Load)).Concat(_verifiers.Select(entry => (entry.Key, entry.Value.Load)));

    /// <summary>The proposer that <paramref name="pool"/> serves.</summary>
    public IProposer Proposer(string pool) => new RoutedProposer(_proposers.GetOrAdd(pool, NewProposer));

    /// <summary>The verifier that <paramref name="pool"/> serves.</summary>
    public IVerifier Verifier(string pool) => new RoutedVerifier(_verifiers.GetOrAdd(pool, NewVerifier));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var router in _proposers.Values)
        {
            router.Dispose();
        }

        foreach (var router in _verifiers.Values)
        {
            router.Dispose();
        }
    }

    private IWorkerGrain Worker(string key) => _workers.GetOrAdd(key, static (key, grains) => grains.GetGrain<IWorkerGrain>(key), grains);

    private ModelRouter<ExpandRequest, ProposeReply> NewProposer(string pool) => new(
        pool,
        async (worker, requests, cancellationToken) =>
        {
            var answers = await Worker(worker).ProposeAsync(new ProposeCall(pool, [.. requests]), cancellationToken);
            return [.. answers.Select(answer => new WorkAnswer<ProposeReply>(answer.Status, answer.Reply, answer.Error))];
        },
        catalog, options.Value, time, logger);

    private ModelRouter<JudgeRequest, JudgeReply> NewVerifier(string pool) => new(
        pool,
        async (worker, requests, cancellationToken) =>
        {
            var answers = await Worker(worker).JudgeAsync(new JudgeCall(pool, [.. requests]), cancellationToken);
            return [.. answers.Select(answer => new WorkAnswer<JudgeReply>(answer.Status, answer.Reply, answer.Error))];
        },
        catalog, options.Value, time, logger);
}
