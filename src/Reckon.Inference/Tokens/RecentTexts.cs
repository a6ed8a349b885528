using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Reckon.Inference.Tokens;

/// <summary>Remembers the ids of what was asked for lately. Safe for any number of threads.</summary>
/// <param name="most">Of the sizes of all that is remembered; above it the older half is dropped.</param>
/// <typeparam name="T">What is asked for.</typeparam>
internal sealed class RecentTexts<T>(int most) where T : notnull
{
    // Two generations: what is used moves to the younger one; the older is dropped when the younger is full.
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <summary>The ids for <paramref name="asked"/>.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="sizeOf">How much it takes to remember it.</param>
    /// <param name="encode">Finds them where they are not remembered.</param>
    public ImmutableArray<int> Get(T asked, Func<T, ImmutableArray<int>, int> sizeOf, Func<T, ImmutableArray<int>> encode)
    {
        if (_young.Ids.TryGetValue(asked, out var known))
        {
            return known;
        }

        var ids = _old.Ids.TryGetValue(asked, out var older) ? older : encode(asked);
        Remember(asked, ids, sizeOf(asked, ids));
        return ids;
    }

    private void Remember(T asked, ImmutableArray<int> ids, int size)
    {
        var young = _young;
        if (young.Ids.TryAdd(asked, ids) && young.Grow(size) > most / 2)
        {
            // Two threads may both begin a generation here, and one generation is lost: its texts are encoded again.
            (_old, _young) = (young, new Generation());
        }
    }

    private sealed class Generation
    {
        private int _size;

        public ConcurrentDictionary<T, ImmutableArray<int>> Ids { get; } = new();

        public int Grow(int size) => Interlocked.Add(ref _size, size + 1);
    }
}
