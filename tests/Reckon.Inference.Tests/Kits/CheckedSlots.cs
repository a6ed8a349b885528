using Reckon.Inference.Slots;

namespace Reckon.Inference.Tests.Kits;

/// <summary>A model's slots, next to lists of what they must hold.</summary>
internal sealed class CheckedSlots
{
    private const int LongestText = 48;
    private const int Blocks = 16;
    private readonly IModel _tried;
    private readonly IModel _oracle;
    private readonly Func<int, int, int[]> _text;
    private readonly List<int>[] _held;
    private double _worst;

    /// <param name="tried">Is put through the operations; its slots are emptied.</param>
    /// <param name="oracle">Reads each whole text again.</param>
    /// <param name="slots">Of the model that is tried.</param>
    /// <param name="text">Tokens to read: a seed and how many.</param>
    public CheckedSlots(IModel tried, IModel oracle, int slots, Func<int, int, int[]> text)
    {
        (_tried, _oracle, _text) = (tried, oracle, text);
        _held = [.. Enumerable.Range(0, slots).Select(_ => new List<int>())];
        for (var slot = 0; slot < slots; slot++)
        {
            tried.Rewind(slot, 0);
        }
    }

    /// <summary>Does one of seven kinds of operation; numbers are taken modulo whatever they choose from.</summary>
    public void Do(int kind, int left, int right)
    {
        var (slot, other) = (left % _held.Length, right % _held.Length);
        switch (kind)
        {
            case 0:
                Prefill(slot, _text(right, 2 + (right % 12)));
                break;
            case 1:
                Extend(slot, _text(right, 2 + (right % 6)));
                break;
            case 2:
                Decode(1 + (left % _held.Length), right);
                break;
            case 3:
                _tried.Fork(slot, other);
                _held[other] = [.. _held[slot]];
                break;
            case 4:
                _tried.MoveRow(slot, other);
                (_held[other], _held[slot]) = slot == other ? (_held[slot], _held[slot]) : (_held[slot], []);
                break;
            case 5:
                Rewind(slot, right);
                break;
            default:
                StoreAndRestore(slot, right);
                break;
        }
    }

    /// <summary>Compares lengths, and the logits after one more token in one slot. Returns the largest difference so far.</summary>
    public double Check(int number)
    {
        Assert.Equal(_held.Select(held => held.Count), Enumerable.Range(0, _held.Length).Select(_tried.LengthOf));
        var slot = number % _held.Length;
        if (_held[slot].Count > 0)
        {
            var next = _text(number, 3)[2];
            Compare(_tried.Extend(slot, [next]), [.. _held[slot], next]);
            _tried.Rewind(slot, _held[slot].Count);
        }

        return _worst;
    }

    private void Prefill(int slot, int[] tokens)
    {
        Compare(_tried.Prefill(slot, tokens), tokens);
        _held[slot] = [.. tokens];
    }

    private void Extend(int slot, int[] tokens)
    {
        if (_held[slot].Count is > 0 and < LongestText)
        {
            _held[slot].AddRange(tokens);
            Compare(_tried.Extend(slot, tokens), [.. _held[slot]]);
        }
    }

    private void Decode(int most, int seed)
    {
        var rows = _held.TakeWhile(held => held.Count is > 0 and < LongestText).Take(most).Count();
        if (rows == 0)
        {
            return;
        }

        var (tokens, width) = (_text(seed, rows + 2)[2..], _tried.Limits.Logits);
        var logits = _tried.Decode(tokens).ToArray();
        for (var row = 0; row < rows; row++)
        {
            _held[row].Add(tokens[row]);
            Compare(logits.AsSpan(row * width, width), [.. _held[row]]);
        }
    }

    private void Rewind(int slot, int number)
    {
        var length = number % (_held[slot].Count + 1);
        _tried.Rewind(slot, length);
        _held[slot].RemoveRange(length, _held[slot].Count - length);
    }

    // What was kept comes back after the slot has held something else in its place.
    private void StoreAndRestore(int slot, int number)
    {
        var start = Math.Max(number % (_held[slot].Count + 1), _held[slot].Count - Blocks);
        int[] blocks = [.. Enumerable.Range(0, _held[slot].Count - start).Select(i => (i * 5) % Blocks)];
        _tried.Store(slot, start, blocks);
        _tried.Rewind(slot, start);
        _tried.Extend(slot, _text(number, 4));
        _tried.Rewind(slot, start);
        _tried.Restore(slot, blocks);
    }

    private void Compare(ReadOnlySpan<float> found, int[] tokens)
    {
        var expected = _oracle.Prefill(0, tokens);
        for (var i = 0; i < expected.Length; i++)
        {
            var difference = Math.Abs((double)found[i] - expected[i]);
            _worst = difference <= _worst ? _worst : difference; // Of a comparison with a number that is none, the negation is true.
        }
    }
}
