using System.Collections.Immutable;
using Reckon.Contracts.Workers;
using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Worker;

/// <summary>The engines of one device, by the pool that each serves. It may hold proposers only, or verifiers only.</summary>
public sealed class DeviceEngines : IAsyncDisposable
{
    private readonly ImmutableSortedDictionary<string, EngineDoor<IProposerEngine>> _proposers;
    private readonly ImmutableSortedDictionary<string, EngineDoor<IVerifierEngine>> _verifiers;
    private readonly CancellationTokenSource _end = new(); // Not disposed: it holds nothing, and calls may still end.
    private volatile bool _isDraining;

    /// <summary>Takes ownership of the engines; they are disposed with this.</summary>
    public DeviceEngines(IEnumerable<IProposerEngine> proposers, IEnumerable<IVerifierEngine> verifiers)
    {
        _proposers = proposers.ToImmutableSortedDictionary(
            engine => PoolOf(engine.Card), engine => new EngineDoor<IProposerEngine>(engine, it => it.Metrics.ModelSeconds));
        _verifiers = verifiers.ToImmutableSortedDictionary(
            engine => PoolOf(engine.Card), engine => new EngineDoor<IVerifierEngine>(engine, it => it.Metrics.ModelSeconds));
    }

    /// <summary>The models that the device holds.</summary>
    public ImmutableArray<ServedModel> Served =>
    [
        .. _proposers.Values.Select(door => ModelOf(door.Engine.Card, door.Engine.Load)),
        .. _verifiers.Values.Select(door => ModelOf(door.Engine.Card, door.Engine.Load)),
    ];

    /// <summary>Whether every model, when it was opened here, gave the same bits in any batch.</summary>
    public bool IsRepeatable => Served.All(model => model.IsRepeatable);

    /// <summary>Whether the device takes nothing more: see <see cref="Drain"/>.</summary>
    public bool IsDraining => _isDraining;

    /// <summary>Children (or continuations) that were asked for and have no answer yet, of all models.</summary>
    public int Outstanding => _proposers.Values.Sum(door => door.Outstanding) + _verifiers.Values.Sum(door => door.Outstanding);

    /// <summary>The pool of a model: its name and its fingerprint, so that different models never mix.</summary>
    public static string PoolOf(ModelCard card) => $"{card.Name}@{card.Fingerprint[..12]}";

    /// <summary>Draws continuations.</summary>
    public async Task<ProposeAnswer> ProposeAsync(string pool, ExpandRequest request, CancellationToken cancellationToken)
    {
        var (status, reply, error, time) = await AskAsync(
            _proposers, pool, request.Count,
            (engine, token) => engine.TryPropose(request, token, out var proposed) ? proposed : null, cancellationToken);
        return new ProposeAnswer(status, reply, error) { DeviceTime = time };
    }

    /// <summary>
    /// Draws continuations, and has them judged by the verifier of <paramref name="verifierPool"/> where the device holds it and it has room.
    /// </summary>
    public async Task<ProposeAnswer> ProposeAsync(
        string pool, ExpandRequest request, string? verifierPool, CancellationToken cancellationToken)
    {
        var answer = await ProposeAsync(pool, request, cancellationToken);
        if (answer.Reply is not { } drawn || verifierPool is null || !_verifiers.ContainsKey(verifierPool))
        {
            return answer;
        }

        var whole = drawn.Proposals.Where(proposal => proposal.Ending != Ending.Truncated)
            .Select(proposal => proposal.WithoutTokenLogProbabilities());
        var judged = await JudgeAsync(verifierPool, new JudgeRequest(request.Prefix, [.. whole]), cancellationToken);
        return answer with
        {
            Judged = judged.Reply, // Whatever kept it from being judged here, a router will find out.
            DeviceTime = answer.DeviceTime + judged.DeviceTime,
        };
    }

    /// <summary>Judges continuations.</summary>
    public async Task<JudgeAnswer> JudgeAsync(string pool, JudgeRequest request, CancellationToken cancellationToken)
    {
        var (status, reply, error, time) = await AskAsync(
            _verifiers, pool, request.Continuations.Length,
            (engine, token) => engine.TryJudge(request.Prefix, request.Continuations, token, out var judged) ? judged : null,
            cancellationToken);
        return new JudgeAnswer(status, reply, error) { DeviceTime = time };
    }

    /// <summary>
    /// Takes nothing more: what has not begun is answered Busy, as is everything that still comes, and what has begun is finished.
    /// </summary>
    public void Drain()
    {
        _isDraining = true;
        _proposers.Values.ToList().ForEach(door => door.Engine.HandBack());
        _verifiers.Values.ToList().ForEach(door => door.Engine.HandBack());
    }

    /// <summary>Stops what has begun, too, and answers it Busy.</summary>
    public void CutShort()
    {
        Drain();
        _end.Cancel();
    }

    /// <summary>What each engine has done and holds, one report for each pool that it serves.</summary>
    public IEnumerable<WorkerReport> Reports(string worker) =>
    [
        .. _proposers.Keys.Concat(_verifiers.Keys).Select(pool => ReportOf(worker, pool)).OfType<WorkerReport>(),
    ];

    /// <summary>The report for one pool; null where no engine serves it.</summary>
    public WorkerReport? ReportOf(string worker, string pool)
    {
        if (_proposers.TryGetValue(pool, out var proposer))
        {
            var metrics = proposer.Engine.Metrics;
            return Report(worker, pool, proposer.Engine.Load, metrics, proposer.Outstanding) with { PrefilledTokens = metrics.PrefilledTokens };
        }

        if (_verifiers.TryGetValue(pool, out var verifier))
        {
            var metrics = verifier.Engine.Metrics;
            return Report(worker, pool, verifier.Engine.Load, metrics, verifier.Outstanding) with { JudgedTokens = metrics.PrefilledTokens };
        }

        return null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var door in _proposers.Values)
        {
            await door.Engine.DisposeAsync();
        }

        foreach (var door in _verifiers.Values)
        {
            await door.Engine.DisposeAsync();
        }
    }

    private static ServedModel ModelOf(ModelCard card, EngineLoad load) => new(
        PoolOf(card), load.MaxRows, load.MaxRows + load.QueueLimit, card.Name, card.Version, card.Fingerprint,
        card.Role is ModelRole.Proposer ? ServedRole.Proposer : ServedRole.Verifier, card.Parameters, card.ContextTokens,
        card.IsRepeatable);

    // The engine's answer is null when it is full.
    private async Task<(WorkStatus Status, TReply? Reply, string? Error, TimeSpan DeviceTime)> AskAsync<TEngine, TReply>(
        ImmutableSortedDictionary<string, EngineDoor<TEngine>> engines, string pool, int children,
        Func<TEngine, CancellationToken, Task<TReply>?> ask, CancellationToken caller)
        where TReply : class
    {
        if (!engines.TryGetValue(pool, out var door))
        {
            return (WorkStatus.Failed, null, $"This worker does not serve the pool {pool}.", TimeSpan.Zero);
        }

        if (_isDraining)
        {
            return (WorkStatus.Busy, null, null, TimeSpan.Zero);
        }

        using var both = CancellationTokenSource.CreateLinkedTokenSource(caller, _end.Token);
        return await door.AskAsync(children, engine => ask(engine, both.Token), caller);
    }

    private WorkerReport Report(string worker, string pool, EngineLoad load, EngineMetrics metrics, int outstanding) => new(
        worker, load.MaxRows, load.RowsInUse, 0, metrics.GeneratedTokens, metrics.ReplayedTokens, 0,
        TimeSpan.FromSeconds(metrics.ModelSeconds), TimeSpan.FromSeconds(metrics.BusySeconds), metrics.RestoredTokens)
    {
        Pool = pool,
        Outstanding = outstanding,
        IsDraining = _isDraining,
    };
}
