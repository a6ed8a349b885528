using CsCheck;
using Reckon.Inference.Engines;
using Reckon.Search.Costs;

namespace Reckon.Inference.Tests.Engines;

public sealed class FairQueueTests
{
    private const int Owners = 4;
    private const int Problems = 3;
    private const int MostCost = 8;

    private static readonly Gen<Item> _item = Gen.Select(
        Gen.Int[0, Owners - 1], Gen.Int[0, Problems - 1], Gen.Int[1, MostCost], (owner, problem, cost) =>
            new Item($"{owner}", $"{problem}", cost));

    [Fact]
    public void Serves_sweeps_by_what_they_have_had_and_their_problems_by_turns()
    {
        var queue = Queue();
        Item[] big = [new("big", "p1", 4), new("big", "p1", 4), new("big", "p2", 4)];
        Item[] small = [new("small", "p1", 1), new("small", "p2", 1), new("small", "p1", 1), new("small", "p1", 1), new("small", "p1", 1)];
        AddAll(queue, [.. big, .. small]);

        Assert.Equal([big[0], small[0], small[1], small[2], small[3], big[2], small[4], big[1]], TakeAll(queue));
    }

    [Fact]
    public void Gives_nobody_credit_for_the_time_when_he_did_not_ask()
    {
        var queue = Queue();
        AddAll(queue, Enumerable.Range(0, 30).Select(_ => new Item("old", "p", 1)));
        Take(queue, 20);

        AddAll(queue, Enumerable.Range(0, 10).Select(_ => new Item("new", "p", 1)));

        Assert.Equal(3, Take(queue, 6).Count(item => item.Owner == "new"));
    }

    [Fact]
    public void Remembers_what_was_had_by_who_leaves_for_a_moment()
    {
        var queue = Queue();
        AddAll(queue, Enumerable.Range(0, 200).Select(_ => new Item("many", "p", 1)));
        var (last, ofOne) = (new Item("one", "p", 10), 0);
        for (var turn = 0; turn < 110; turn++)
        {
            if (last.Owner == "one")
            {
                AddAll(queue, [new Item("one", "p", 10)]); // Never two at once, and there again before the next turn.
            }

            last = Take(queue, 1)[0];
            ofOne += last.Owner == "one" ? 1 : 0;
        }

        Assert.InRange(ofOne, 9, 12); // Half of all work, not half of all turns.
    }

    [Fact]
    public void Serves_everybody_within_bounded_turns_whatever_else_keeps_coming() =>
        Gen.Select(_item.Array[0, 30], _item.Array[1, 40]).Sample((before, others) =>
        {
            var (queue, victim) = (Queue(), new Item("0", "0", 1));
            AddAll(queue, [.. before, victim]);
            var ahead = 1 + before.Count(item => item.Owner == "0" && item.Problem == "0");
            var ownTurns = ahead * Problems;
            var bound = ownTurns + ((Owners - 1) * MostCost * (ownTurns + 1));
            for (var turn = 0; turn <= bound; turn++)
            {
                var other = others[turn % others.Length];
                AddAll(queue, [new Item(other.Owner, other.Problem, other.Cost)]);
                if (Take(queue, 1)[0] == victim)
                {
                    return;
                }
            }

            Assert.Fail($"Not served in {bound} turns.");
        });

    [Fact]
    public void Gives_those_who_wait_equal_shares_and_loses_nobody() =>
        Gen.Select(_item.Array[Owners, 120], Gen.Int[0, 2]).Sample((items, removed) =>
        {
            var queue = Queue();
            AddAll(queue, items);
            var left = items.Where(item => item.Problem != $"{removed}").ToList();
            Assert.Equal(items.Length - left.Count, queue.TakeWhere(item => item.Problem == $"{removed}").Count);
            var had = new Dictionary<string, int>();
            while (left.Count > 0)
            {
                Assert.Equal(left.Count, queue.Count);
                var head = queue.Head;
                var taken = Take(queue, 1)[0];
                Assert.Same(head, taken);
                had[taken.Owner] = had.GetValueOrDefault(taken.Owner) + taken.Cost;
                Assert.True(left.Remove(taken));
                var waiting = left.Select(item => item.Owner).Distinct().Select(owner => had.GetValueOrDefault(owner)).ToArray();
                Assert.True(waiting.Length == 0
                    || waiting.Max() - waiting.Min() <= MostCost, "Two who both wait are further apart than one request.");
            }

            Assert.Null(queue.Head);
        });

    private static FairQueue<Item> Queue() => new(item => item.Cost);

    private static void AddAll(FairQueue<Item> queue, IEnumerable<Item> items)
    {
        foreach (var item in items)
        {
            queue.Add(item.Owner, item.Problem, item);
        }
    }

    private static List<Item> Take(FairQueue<Item> queue, int count)
    {
        var taken = new List<Item>();
        while (taken.Count < count && queue.TryTake(out var item))
        {
            taken.Add(item);
        }

        return taken;
    }

    private static List<Item> TakeAll(FairQueue<Item> queue) => Take(queue, int.MaxValue);

    // Compared by identity: two may ask for the same.
    private sealed class Item(string owner, string problem, int cost)
    {
        public string Owner => owner;

        public string Problem => problem;

        public int Cost => cost;
    }
}
