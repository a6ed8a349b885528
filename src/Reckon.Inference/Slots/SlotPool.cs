namespace Reckon.Inference.Slots;

/// <summary>Slots outside the batch, lent and given back: each holds a parked row.</summary>
internal sealed class SlotPool
{
    private readonly Stack<int> _free;
    private readonly int _first;
    private readonly int _count;

    public SlotPool(int first, int count)
    {
        (_first, _count) = (first, count);
        _free = new Stack<int>(Enumerable.Range(first, count).Reverse());
    }

    public int Free => _free.Count;

    public int Lend() => _free.Pop();

    public void GiveBack(int slot)
    {
        if (slot < _first || slot >= _first + _count || _free.Contains(slot))
        {
            throw new InvalidOperationException($"Slot {slot} was not lent.");
        }

        _free.Push(slot);
    }
}
