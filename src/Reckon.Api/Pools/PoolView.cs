using Reckon.Contracts.Pools;

namespace Reckon.Api.Pools;

/// <summary>The workers of one model, and what waits for them.</summary>
/// <param name="Pool">The pool: the model's name and the beginning of its fingerprint.</param>
/// <param name="Workers">Workers that serve it.</param>
/// <param name="Draining">Of these, those that take nothing more because they are about to stop.</param>
/// <param name="Silent">Of these, those that did not answer within a second.</param>
/// <param name="Waiting">Continuations that wait for a worker.</param>
/// <param name="InFlight">Continuations that workers hold.</param>
/// <param name="Outstanding">Both together: what an autoscaler goes by.</param>
/// <param name="Rows">Continuations that the workers can run at once.</param>
/// <param name="RowsInUse">Those that they run now.</param>
/// <param name="GeneratedTokens">Tokens drawn since the workers were started, those that have left included.</param>
/// <param name="JudgedTokens">Tokens judged, likewise.</param>
public sealed record PoolView(
    string Pool, int Workers, int Draining, int Silent, int Waiting, int InFlight, int Outstanding, int Rows, int RowsInUse,
    long GeneratedTokens, long JudgedTokens)
{
    /// <summary>What separates a model's name from the beginning of its fingerprint in a pool's name.</summary>
    public const char Mark = '@';

    /// <summary>Of the tokens of prompts and prefixes that were needed, the share that a cache had, in [0, 1]; 0 where none was needed.</summary>
    public double CacheHitShare { get; init; }

    /// <summary>Seconds inside the model runtime, of all workers together, those that have left included.</summary>
    public double ModelSeconds { get; init; }

    /// <summary>Seconds in which there was work, likewise.</summary>
    public double BusySeconds { get; init; }

    /// <summary>Why nothing happens there although something waits; null where something does.</summary>
    public string? Stalled => (Outstanding > 0, Workers - Draining - Silent) switch
    {
        (true, <= 0) => Workers == 0 ? $"no worker serves {Pool}" : $"of the {Workers} workers that serve {Pool} none takes work",
        _ => null,
    };

    /// <summary>
    /// The pools among <paramref name="pools"/> that serve a model called <paramref name="model"/>, together: of several versions, during an
    /// upgrade. A worker that serves two of them counts twice.
    /// </summary>
    public static PoolView OfModel(string model, IEnumerable<PoolStatus> pools)
    {
        PoolView[] versions = [.. pools.Where(pool => pool.Pool.StartsWith($"{model}{Mark}", StringComparison.Ordinal)).Select(Of)];
        return new PoolView(
            model, versions.Sum(it => it.Workers), versions.Sum(it => it.Draining), versions.Sum(it => it.Silent), versions.Sum(it => it.Waiting),
            versions.Sum(it => it.InFlight), versions.Sum(it => it.Outstanding), versions.Sum(it => it.Rows), versions.Sum(it => it.RowsInUse),
            versions.Sum(it => it.GeneratedTokens), versions.Sum(it => it.JudgedTokens))
        {
            CacheHitShare = versions.Select(it => it.CacheHitShare).DefaultIfEmpty().Average(),
            ModelSeconds = versions.Sum(it => it.ModelSeconds),
            BusySeconds = versions.Sum(it => it.BusySeconds),
        };
    }

    /// <summary>The view of a status.</summary>
    public static PoolView Of(PoolStatus status) => new(
        status.Pool, status.Workers, status.Draining, status.Silent, status.Waiting, status.InFlight, status.Waiting + status.InFlight,
        status.Workload.Rows, status.Workload.RowsInUse, status.Workload.GeneratedTokens, status.Workload.JudgedTokens)
    {
        CacheHitShare = WorkerModelView.HitsOf(status.Workload),
        ModelSeconds = status.Workload.ModelTime.TotalSeconds,
        BusySeconds = status.Workload.BusyTime.TotalSeconds,
    };
}
