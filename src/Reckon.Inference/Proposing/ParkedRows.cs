using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Slots;

namespace Reckon.Inference.Proposing;

/// <summary>
/// Rows that wait for a place in the batch, in the order in which they came. Some have a slot that holds what they have read; who
/// finds none free reads all again.
/// </summary>
/// <param name="first">The first of those slots.</param>
/// <param name="slots">How many there are.</param>
internal sealed class ParkedRows(int first, int slots)
{
    private readonly SlotPool _slots = new(first, slots);
    private readonly LinkedList<(ProposeRow Row, int? Slot)> _rows = [];

    public int Count => _rows.Count;

    /// <summary>Whether the next one has its slot.</summary>
    public bool NextIsHeld => _rows.First is { Value.Slot: not null };

    /// <summary>Takes a row in, and returns the slot that it may be copied to; null when none is free.</summary>
    public int? Park(ProposeRow row)
    {
        int? slot = _slots.Free > 0 ? _slots.Lend() : null;
        _rows.AddLast((row, slot));
        return slot;
    }

    /// <summary>Takes the next row out. Its slot, if it has one, is free from now on: it holds the row until another is parked.</summary>
    public bool TryTake([NotNullWhen(true)] out ProposeRow? row, out int? slot)
    {
        (row, slot) = _rows.First?.Value ?? default;
        if (row is null)
        {
            return false;
        }

        _rows.RemoveFirst();
        if (slot is { } held)
        {
            _slots.GiveBack(held);
        }

        return true;
    }

    public void ReleaseCompleted()
    {
        for (var place = _rows.First; place is not null;)
        {
            var next = place.Next;
            if (place.Value.Row.Job.IsOver)
            {
                Release(place);
            }

            place = next;
        }
    }

    public void FailAll(Exception fault)
    {
        foreach (var (row, _) in _rows)
        {
            row.Job.Fail(fault);
        }

        ReleaseCompleted();
    }

    /// <summary>Throws when a slot is held by nobody, or by two.</summary>
    public void CheckIntegrity()
    {
        var held = _rows.Where(parked => parked.Slot is not null).Select(parked => parked.Slot!.Value).ToArray();
        if (held.Distinct().Count() != held.Length || held.Length + _slots.Free != slots)
        {
            throw new InvalidOperationException($"{_rows.Count} parked rows hold {held.Length} slots, {_slots.Free} are free, and there are {slots}.");
        }
    }

    private void Release(LinkedListNode<(ProposeRow Row, int? Slot)> place)
    {
        place.Value.Row.Job.Abandon();
        if (place.Value.Slot is { } slot)
        {
            _slots.GiveBack(slot);
        }

        _rows.Remove(place);
    }
}
