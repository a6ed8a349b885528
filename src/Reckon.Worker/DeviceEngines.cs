using System.Collections.Immutable;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Inference.Engines;
using Reckon.Inference.TokenSampling;
using Reckon.Search.Running;

namespace Reckon.Worker;

/// <summary>The engines of one device, by the pool that each serves.</summary>
public sealed class DeviceEngines : IAsyncDisposable
{
    private readonly ImmutableSortedDictionary<string, IProposerEngine> _proposers;
    private readonly ImmutableSortedDictionary<string, IVerifierEngine> _verifiers;

    /// <summary>Takes ownership of the engines; they are disposed with this.</summary>
    public DeviceEngines(IEnumerable<IProposerEngine> proposers, IEnumerable<IVerifierEngine> verifiers)
    {
        _proposers = proposers.ToImmutableSortedDictionary(engine => PoolOf(engine.Card), engine => engine);
        _verifiers = verifiers.ToImmutableSortedDictionary(engine => PoolOf(engine.Card), engine => engine);
    }

    /// <summary>The models that the device holds.</summary>
    public ImmutableArray<ServedModel> Served =>
    [
        .. Loads().Select(entry => new ServedModel(entry.Pool, entry.Load.MaxRows + entry.Load.QueueLimit)),
    ];

    /// <summary>Whether every model, when it was opened here, gave the same bits in any batch.</summary>
    public bool IsRepeatable =>
        _proposers.Values.All(engine => engine.Card.IsRepeatable) && _verifiers.Values.All(engine => engine.Card.IsRepeatable);

    /// <summary>The pool of a model: its name and its fingerprint, so that different models never mix.</summary>
    public static string PoolOf(ModelCard card) => $"{card.Name}@{card.Fingerprint[..12]}";

    /// <summary>Draws continuations.</summary>
    public async Task<ProposeAnswer> ProposeAsync(string pool, ExpandRequest request, CancellationToken cancellationToken)
    {
        var (status, reply, error) = await AskAsync(
            _proposers, pool, engine => engine.TryPropose(request, cancellationToken, out var proposed) ? proposed : null);
        return new ProposeAnswer(status, reply, error);
    }

    /// <summary>Judges continuations.</summary>
    public async Task<JudgeAnswer> JudgeAsync(string pool, JudgeRequest request, CancellationToken cancellationToken)
    {
        var (status, reply, error) = await AskAsync(
            _verifiers,
            pool,
            engine => engine.TryJudge(request.Prefix, request.Continuations, cancellationToken, out var judged) ? judged : null);
        return new JudgeAnswer(status, reply, error);
    }

    /// <summary>What each engine has done, for the pool that it serves.</summary>
    internal IEnumerable<(string Pool, WorkerReport Report)> Reports(string worker)
    {
        foreach (var (pool, engine) in _proposers)
        {
            yield return (pool, Report(worker, engine.Load, engine.Metrics, judged: 0, prefilled: engine.Metrics.PrefilledTokens));
        }

        foreach (var (pool, engine) in _verifiers)
        {
            yield return (pool, Report(worker, engine.Load, engine.Metrics, judged: engine.Metrics.PrefilledTokens, prefilled: 0));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _proposers.Values)
        {
            await engine.DisposeAsync();
        }

        foreach (var engine in _verifiers.Values)
        {
            await engine.DisposeAsync();
        }
    }

    // The engine's answer is null when it is full.
    private static async Task<(WorkStatus Status, TReply? Reply, string? Error)> AskAsync<TEngine, TReply>(
        ImmutableSortedDictionary<string, TEngine> engines, string pool, Func<TEngine, Task<TReply>?> ask)
        where TReply : class
    {
        if (!engines.TryGetValue(pool, out var engine))
        {
            return (WorkStatus.Failed, null, $"This worker does not serve the pool {pool}.");
        }

        try
        {
            return ask(engine) is { } reply ? (WorkStatus.Done, await reply, null) : (WorkStatus.Busy, null, null);
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            return (StatusOf(cause), null, cause.Message);
        }
    }

    // A request that is malformed or too long fails anywhere; the model or the device of another worker may not fail.
    private static WorkStatus StatusOf(Exception cause) =>
        cause is ArgumentException or InvalidLogitsException ? WorkStatus.Rejected : WorkStatus.Failed;

    private IEnumerable<(string Pool, EngineLoad Load)> Loads() =>
        _proposers.Select(entry => (entry.Key, entry.Value.Load)).Concat(_verifiers.Select(entry => (entry.Key, entry.Value.Load)));

    private static WorkerReport Report(string worker, EngineLoad load, EngineMetrics metrics, long judged, long prefilled) => new(
        worker, load.MaxRows, load.RowsInUse, prefilled, metrics.GeneratedTokens, metrics.ReplayedTokens, judged,
        TimeSpan.FromSeconds(metrics.ModelSeconds), TimeSpan.FromSeconds(metrics.BusySeconds), metrics.RestoredTokens);
}
