using System.Collections.Immutable;
using StackExchange.Redis;

namespace Reckon.Storage;

/// <summary>Decides what becomes of the table of a cluster's members, by what one silo finds there each time that it looks. For one thread.</summary>
/// <param name="own">The field of this silo.</param>
internal sealed class MemberTable(RedisValue own)
{
    /// <summary>Looks in a row at a table without this silo, after which it counts as forgotten: a single one may have come too early.</summary>
    public const int MostMisses = 3;

    private int _misses;
    private bool _wasThere;

    /// <summary>The table as it was when this silo was last in it; empty before.</summary>
    public ImmutableArray<HashEntry> Copy { get; private set; } = [];

    /// <summary>Whether the table was lost and is to be written again from the copy.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether there is a table, and this silo is in it no more.</summary>
    public bool IsForgotten => _misses >= MostMisses;

    /// <summary>Takes in what is there now.</summary>
    public void Look(ImmutableArray<HashEntry> table)
    {
        IsLost = table.IsEmpty && !Copy.IsEmpty;
        if (table.Any(row => row.Name == own))
        {
            (Copy, _wasThere, _misses) = (table, true, 0);
        }
        else if (_wasThere && !table.IsEmpty)
        {
            _misses++;
        }
    }
}
