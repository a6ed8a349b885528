using CsCheck;
using Reckon.Inference.Engines;

namespace Reckon.Inference.Tests.Engines;

public sealed class RoundRobinQueueTests
{
    [Fact]
    public void Serves_owners_by_turns_and_each_in_order()
    {
        var queue = new RoundRobinQueue<string>();
        foreach (var item in (string[])["a1", "a2", "a3", "b1", "c1", "b2"])
        {
            queue.Add(item[..1], item);
        }

        Assert.Equal(["a1", "b1", "c1", "a2", "b2", "a3"], TakeAll(queue));
    }

    [Fact]
    public void Loses_nothing_and_lets_nobody_wait_longer_than_a_round() =>
        Gen.Int[-3, 3].List[0, 80].Sample(operations =>
        {
            // Numbers from 0 add for that owner, −1 takes, others remove those of one owner's even items.
            var (queue, expected, number) = (new RoundRobinQueue<string>(), new List<string>(), 0);
            foreach (var operation in operations)
            {
                if (operation >= 0)
                {
                    expected.Add($"{operation} {number++}");
                    queue.Add($"{operation}", expected[^1]);
                }
                else if (operation == -1 && queue.TryTake(out var item))
                {
                    var firstOfOwner = expected.First(other => other[0] == item[0]);
                    Assert.Equal(firstOfOwner, item);
                    expected.Remove(item);
                }
                else if (operation < -1)
                {
                    var taken = queue.TakeWhere(other => other[0] == '1' && other[^1] % 2 == 0);
                    Assert.Equal(taken.Count, expected.RemoveAll(taken.Contains));
                }

                Assert.Equal(expected.Count, queue.Count);
                Assert.Equal(expected.Count > 0, queue.Head is not null);
            }

            Assert.Equal(expected.Order(), TakeAll(queue).Order());
        });

    private static List<string> TakeAll(RoundRobinQueue<string> queue)
    {
        var taken = new List<string>();
        while (queue.TryTake(out var item))
        {
            taken.Add(item);
        }

        return taken;
    }
}
