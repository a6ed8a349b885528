using CsCheck;
using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Tests.Prefixes;

public sealed class PrefixCacheTests
{
    private static readonly Gen<int[]> _path = Gen.Int[0, 2].Array[1, 5];

    [Fact]
    public void Gives_back_what_was_kept_and_stays_sound_whatever_is_asked() =>
        Gen.Select(Gen.Int[0, 40], _path.Array[0, 60]).Sample((blocks, paths) =>
        {
            // What the blocks hold is the path up to each token: restoring a wrong one would show.
            var (cache, held) = (new PrefixCache<int>(blocks), new string[blocks]);
            foreach (var numbers in paths)
            {
                var path = Chunks(numbers);
                var matched = cache.Match(path);
                Assert.Equal(Tokens(path, matched.Count), matched.SelectMany(node => node.Blocks).Select(block => held[block]));
                Assert.All(matched, node => Assert.True(node.IsCached));
                cache.CheckIntegrity();
                Grow(cache, held, path, matched);
            }

            cache.Clear();
            cache.CheckIntegrity();
            Assert.Equal(0, cache.UsedBlocks);
        });

    [Fact]
    public void Forgets_what_was_used_longest_ago()
    {
        var cache = new PrefixCache<int>(blocks: 3);
        var (first, second, third) = (Store(cache, null, 1), Store(cache, null, 2), Store(cache, null, 3));
        cache.Match([new([1])]);

        Store(cache, null, 4);

        Assert.Equal([true, false, true], [first!.IsCached, second!.IsCached, third!.IsCached]);
        Assert.Equal(1, cache.Evictions);
    }

    [Fact]
    public void Forgets_children_before_their_parents()
    {
        var cache = new PrefixCache<int>(blocks: 3);
        var root = Store(cache, null, 1);
        var child = Store(cache, root, 2);
        var other = Store(cache, null, 3);
        cache.Match([new([3])]);

        Store(cache, null, 4);

        Assert.Equal([true, false, true], [root!.IsCached, child!.IsCached, other!.IsCached]);
    }

    [Fact]
    public void Keeps_the_path_that_is_being_written()
    {
        var cache = new PrefixCache<int>(blocks: 2);
        var root = Store(cache, null, 1);
        var child = Store(cache, root, 2);

        Assert.Null(Store(cache, child, 3)); // Its own path fills the cache.

        Assert.True(root!.IsCached && child!.IsCached);
        Assert.Equal(0, cache.Evictions);
    }

    [Fact]
    public void Keeps_nothing_after_a_chunk_that_has_gone()
    {
        var cache = new PrefixCache<int>(blocks: 1);
        var gone = Store(cache, null, 1);
        Store(cache, null, 2);

        Assert.Null(Store(cache, gone, 3));
        cache.CheckIntegrity();
    }

    [Fact]
    public void Keeps_nothing_that_could_not_be_copied()
    {
        var cache = new PrefixCache<int>(blocks: 1);

        Assert.Throws<InvalidOperationException>(() => cache.Store(null, new([1]), 1, 0, _ => throw new InvalidOperationException()));

        cache.CheckIntegrity();
        Assert.Empty(cache.Match([new([1])]));
        Assert.Equal(0, cache.UsedBlocks);
    }

    private static PrefixNode<int>? Store(PrefixCache<int> cache, PrefixNode<int>? parent, int token) =>
        cache.Store(parent, new([token]), 1, 0, _ => { });

    private static void Grow(PrefixCache<int> cache, string[] held, Chunk[] path, IReadOnlyList<PrefixNode<int>> matched)
    {
        var parent = matched is [.., var last] ? last : null;
        for (var i = matched.Count; i < path.Length && (i == 0 || parent is not null); i++)
        {
            var tokens = Tokens(path, i + 1)[^path[i].Length..];
            var before = parent;
            parent = cache.Store(parent, path[i], path[i].Length, 0, blocks =>
                blocks.Zip(tokens).ToList().ForEach(pair => held[pair.First] = pair.Second));
            cache.CheckIntegrity();
            Assert.True(before is null or { IsCached: true });
        }
    }

    // Chunks of different lengths, the same for the same number.
    private static Chunk[] Chunks(int[] numbers) => [.. numbers.Select(number => new Chunk([.. Enumerable.Repeat(number, number + 1)]))];

    private static string[] Tokens(Chunk[] path, int chunks)
    {
        var tokens = path.Take(chunks).SelectMany(chunk => chunk.Tokens).ToArray();
        return [.. tokens.Select((_, i) => string.Join(' ', tokens.Take(i + 1)))];
    }
}
