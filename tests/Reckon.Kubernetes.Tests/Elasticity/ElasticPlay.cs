using System.Diagnostics;

namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>Plays KEDA and the controllers of a Deployment: asks the API, and starts and deletes workers, until it is told to end.</summary>
internal sealed class ElasticPlay(PlayedCluster cluster, KedaRule rule)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly List<Task<TimeSpan>> _deletions = [];

    public KedaAutoscaler Autoscaler { get; } = new(rule);

    /// <summary>The workers that there are to be.</summary>
    public int Wanted { get; private set; }

    /// <summary>The most that there ever were to be.</summary>
    public int Peak { get; private set; }

    /// <summary>When the first token was drawn, from the beginning of the play; null before.</summary>
    public TimeSpan? FirstToken { get; private set; }

    /// <summary>Each change with its time and what was outstanding.</summary>
    public List<string> Story { get; } = [];

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>How long each deleted pod took to end.</summary>
    public Task<TimeSpan[]> DeletionsAsync() => Task.WhenAll(_deletions);

    /// <summary>Plays until <paramref name="isOver"/>, once every polling interval.</summary>
    public async Task UntilAsync(Func<Task<bool>> isOver, TimeSpan most)
    {
        using var timer = new PeriodicTimer(rule.Polling);
        var since = Stopwatch.GetTimestamp();
        while (!await isOver())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < most, $"It took too long.\n{string.Join('\n', Story)}\n{cluster.Tell()}");
            await StepAsync();
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private async Task StepAsync()
    {
        var pools = await Task.WhenAll(rule.Triggers.Select(trigger => cluster.PoolAsync(trigger.Path)));
        FirstToken ??= pools.Any(pool => pool.GeneratedTokens > 0) ? Elapsed : null;
        var wanted = Autoscaler.Next(Elapsed, Wanted, [.. pools.Select(pool => (double)pool.Outstanding)]);
        if (wanted != Wanted)
        {
            Story.Add($"{Elapsed.TotalSeconds:0.0} s: {string.Join(" and ", pools.Select(pool => pool.Outstanding))} outstanding, {Wanted} -> {wanted} workers");
            (Wanted, Peak) = (wanted, Math.Max(Peak, wanted));
        }

        var staying = cluster.Staying;
        foreach (var _ in Enumerable.Range(0, Math.Max(0, Wanted - staying.Count)))
        {
            cluster.AddWorker();
        }

        // Those that came last go first.
        foreach (var victim in staying.Reverse().Take(Math.Max(0, staying.Count - Wanted)))
        {
            _deletions.Add(victim.DeleteAsync());
        }

        await Task.WhenAll(cluster.Staying.Append(cluster.Coordinator).Select(pod => pod.ReadMetricsAsync()));
    }
}
