using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Routing.Queues;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Routing;

/// <summary>The routers of this silo, one for each model pool that has been used.</summary>
internal sealed class RouterRegistry : IDisposable
{
    private readonly IGrainFactory _grains;
    private readonly IWorkerCatalog _catalog;
    private readonly RouterOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<RouterRegistry> _logger;
    private readonly RouterInstruments _instruments;
    private readonly ConcurrentDictionary<string, ModelRouter<DrawRequest, DrawReply>> _proposers = new();
    private readonly ConcurrentDictionary<string, ModelRouter<JudgeRequest, JudgeReply>> _verifiers = new();
    private readonly ConcurrentDictionary<string, IWorkerGrain> _workers = new(); // References are slow to make.

    private readonly ReportBook _reports = new();

    public RouterRegistry(
        IGrainFactory grains, IWorkerCatalog catalog, IOptions<RouterOptions> options, TimeProvider time, ILogger<RouterRegistry> logger)
    {
        (_grains, _catalog, _options, _time, _logger) = (grains, catalog, options.Value, time, logger);
        _instruments = new RouterInstruments(() => All, pool => ReachableOf(pool).Sum(worker => worker.Rows));
    }

    /// <summary>All of them.</summary>
    public IEnumerable<IRouter> All => _proposers.Values.Concat<IRouter>(_verifiers.Values);

    /// <summary>What each sweep has outstanding in each pool.</summary>
    public ImmutableArray<PoolLoad> Loads => [.. All.Select(router => router.Owners)];

    /// <summary>The last report of each worker that answered one of them.</summary>
    public ImmutableArray<WorkerReport> LastReports => _reports.All;

    /// <summary>What each sweep has used of devices and servers.</summary>
    public UsedBySweep Used { get; } = new();

    /// <summary>The proposer that <paramref name="pool"/> serves.</summary>
    public IDrawer Proposer(string pool) => new RoutedProposer(_proposers.GetOrAdd(pool, NewProposer));

    /// <summary>The verifier that <paramref name="pool"/> serves.</summary>
    public IVerifier Verifier(string pool) => new RoutedVerifier(_verifiers.GetOrAdd(pool, NewVerifier));

    /// <summary>The workers that serve <paramref name="pool"/> and take work now.</summary>
    public IEnumerable<WorkerEntry> ReachableOf(string pool)
    {
        var outOfReach = All.Where(router => router.Pool == pool).SelectMany(router => router.Unreachable).ToHashSet();
        return _catalog.WorkersOf(pool).Where(worker => !outOfReach.Contains(worker.Key));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var router in All)
        {
            router.Dispose();
        }

        _instruments.Dispose();
    }

    /// <summary>Asks a worker for a sign of life, and notes what it says.</summary>
    public async Task<ImmutableArray<WorkerReport>> PingAsync(string worker)
    {
        var reports = await Worker(worker).PingAsync();
        foreach (var report in reports)
        {
            _reports.Note(report);
        }

        return reports;
    }

    private IWorkerGrain Worker(string key) => _workers.GetOrAdd(key, static (key, grains) => grains.GetGrain<IWorkerGrain>(key), _grains);

    private ModelRouter<DrawRequest, DrawReply> NewProposer(string pool) => new(
        pool,
        async (worker, requests, cancellationToken) =>
        {
            var call = new ProposeCall(pool, [.. requests.Select(draw => draw.Request)])
            {
                VerifierPool = requests[0].VerifierPool, // They are of one search.
            };
            var (answers, report) = await Worker(worker).ProposeAsync(call, cancellationToken);
            return Noted(requests.Select(draw => draw.Request.Prefix.Owner), report, answers.Select(answer => new WorkAnswer<DrawReply>(
                answer.Status, answer.Reply is { } drawn ? new DrawReply(drawn, answer.Judged) : null, answer.Error)
            {
                Used = new DeviceUse(answer.DeviceTime, (answer.Reply?.Usage ?? default) + (answer.Judged?.Usage ?? default)),
            }));
        },
        _catalog, _options, _time, _logger);

    private ModelRouter<JudgeRequest, JudgeReply> NewVerifier(string pool) => new(
        pool,
        async (worker, requests, cancellationToken) =>
        {
            var (answers, report) = await Worker(worker).JudgeAsync(new JudgeCall(pool, [.. requests]), cancellationToken);
            return Noted(requests.Select(judge => judge.Prefix.Owner), report, answers.Select(answer =>
                new WorkAnswer<JudgeReply>(answer.Status, answer.Reply, answer.Error)
                {
                    Used = new DeviceUse(answer.DeviceTime, answer.Reply?.Usage ?? default),
                }));
        },
        _catalog, _options, _time, _logger);

    private WorkAnswers<TReply> Noted<TReply>(IEnumerable<string> owners, WorkerReport? report, IEnumerable<WorkAnswer<TReply>> answers)
    {
        WorkAnswer<TReply>[] all = [.. answers];
        foreach (var (owner, answer) in owners.Zip(all))
        {
            Used.Add(owner, answer.Used);
        }

        if (report is not null)
        {
            _reports.Note(report);
        }

        return new WorkAnswers<TReply>(all, report);
    }
}
