namespace Reckon.Coordinator.Nodes;

/// <summary>
/// Which nodes were asked lately, by their hashes: a bit for each in one of two tables, the older of which is emptied from time to time. It may
/// say so of one that was not, which costs a look into the store; never the other way round. Safe for any number of threads.
/// </summary>
/// <param name="time">Tells how old a table is.</param>
internal sealed class RecentNodes(TimeProvider time)
{
    /// <summary>A node is remembered for so long at least, and at most twice as long.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private const int Bits = 1 << 21; // Of 20,000 nodes asked in that time, about one in a hundred that was not is taken for one that was.
    private const int BitsOfWord = 64;

    private readonly Lock _turn = new();
    private ulong[] _young = new ulong[Bits / BitsOfWord];
    private ulong[] _old = new ulong[Bits / BitsOfWord];
    private long _turned = time.GetTimestamp();

    /// <summary>Whether the node with this hash may have been asked lately.</summary>
    public bool MayContain(uint hash)
    {
        TurnIfDue();
        return Has(_young, hash) || Has(_old, hash);
    }

    /// <summary>Notes that the node with this hash was asked.</summary>
    public void Add(uint hash)
    {
        var bit = hash % Bits;
        Interlocked.Or(ref _young[bit / BitsOfWord], 1UL << (int)(bit % BitsOfWord));
    }

    private static bool Has(ulong[] table, uint hash)
    {
        var bit = hash % Bits;
        return (Volatile.Read(ref table[bit / BitsOfWord]) >> (int)(bit % BitsOfWord) & 1) != 0;
    }

    private void TurnIfDue()
    {
        if (time.GetElapsedTime(Volatile.Read(ref _turned)) < Memory)
        {
            return;
        }

        lock (_turn)
        {
            if (time.GetElapsedTime(_turned) >= Memory)
            {
                (_old, _young) = (_young, new ulong[Bits / BitsOfWord]);
                Volatile.Write(ref _turned, time.GetTimestamp());
            }
        }
    }
}
