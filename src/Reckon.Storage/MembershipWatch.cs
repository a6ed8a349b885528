using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>
/// Watches over the table of the cluster's members, which a store may lose. Silos that run go on without it, but none could join them or be
/// found to have died, and one that starts would begin a cluster of its own. So coordinators keep a copy, and where there is no table they
/// write it again as it was. A silo that is not in the table that there is has been forgotten: it ends, to be started again.
/// </summary>
public sealed class MembershipWatch : BackgroundService
{
    private static readonly TimeSpan _look = TimeSpan.FromSeconds(1);

    private readonly RedisConnection _store;
    private readonly RedisKey _key;
    private readonly RedisValue _own;
    private readonly bool _keepsCopy;
    private readonly IHostApplicationLifetime _lifetime;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly MemberTable _table;

    internal MembershipWatch(
        RedisConnection store, RedisKey key, SiloAddress silo, bool keepsCopy, IHostApplicationLifetime lifetime, TimeProvider time,
        ILogger<MembershipWatch> logger)
    {
        (_store, _key, _own, _keepsCopy, _lifetime, _time, _logger) = (store, key, silo.ToString(), keepsCopy, lifetime, time, logger);
        _table = new MemberTable(_own);
    }

    /// <summary>Whether this process ends because the cluster has forgotten it.</summary>
    public bool IsForgotten { get; private set; }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_look, _time);
        while (!IsForgotten && await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync();
            }
            catch (OrleansException cause)
            {
                _logger.LogDebug(cause, "The table of members cannot be read now");
            }
        }
    }

    private async Task LookAsync()
    {
        _table.Look(await _store.AskAsync("The table of members could not be read", ReadAsync));
        if (_table.IsLost && await _store.AskAsync("The table of members could not be written", RestoreAsync))
        {
            _logger.LogWarning("The store had lost the table of the cluster's members, as one does that was emptied. It was written again");
        }

        if (_table.IsForgotten)
        {
            IsForgotten = true;
            _logger.LogCritical(
                "The cluster has forgotten this process: it is not in the table of members any more. It ends, and joins again when it is"
                + " started again");
            _lifetime.StopApplication();
        }
    }

    private async Task<ImmutableArray<HashEntry>> ReadAsync(IDatabase database)
    {
        if (_keepsCopy)
        {
            return [.. await database.HashGetAllAsync(_key)];
        }

        RedisValue[] fields = [_own, ClusterMembers.VersionField];
        var values = await database.HashGetAsync(_key, fields);
        return [.. fields.Zip(values, (field, value) => new HashEntry(field, value)).Where(row => !row.Value.IsNull)];
    }

    // Whoever comes first. A worker has no whole copy, and writes none.
    private async Task<bool> RestoreAsync(IDatabase database)
    {
        if (!_keepsCopy)
        {
            return false;
        }

        var write = database.CreateTransaction();
        write.AddCondition(Condition.KeyNotExists(_key));
        var written = write.HashSetAsync(_key, [.. _table.Copy]);
        var isDone = await write.ExecuteAsync();
        await (isDone ? written : Task.CompletedTask);
        return isDone;
    }
}
