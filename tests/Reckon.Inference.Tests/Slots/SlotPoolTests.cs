using CsCheck;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.Slots;

public sealed class SlotPoolTests
{
    [Fact]
    public void Lends_every_slot_once_and_takes_it_back() =>
        Gen.Bool.List[0, 60].Sample(operations =>
        {
            var pool = new SlotPool(first: 10, count: 4);
            var lent = new List<int>();
            foreach (var lends in operations)
            {
                if (lends && pool.Free > 0)
                {
                    var slot = pool.Lend();
                    Assert.InRange(slot, 10, 13);
                    Assert.DoesNotContain(slot, lent);
                    lent.Add(slot);
                }
                else if (!lends && lent.Count > 0)
                {
                    pool.GiveBack(lent[0]);
                    lent.RemoveAt(0);
                }

                Assert.Equal(4, pool.Free + lent.Count);
            }
        });

    [Fact]
    public void Refuses_a_slot_that_was_not_lent()
    {
        var pool = new SlotPool(first: 10, count: 4);

        Assert.Throws<InvalidOperationException>(() => pool.GiveBack(10));
        Assert.Throws<InvalidOperationException>(() => pool.GiveBack(9));
    }
}
