namespace Reckon.Grading.Extraction;

/// <summary>
/// Walks the places of two words from the last to the first. The whole walk reads the text once for each word, however
/// many places there are.
/// </summary>
internal ref struct WordsFromEnd(ReadOnlySpan<char> text, string first, string second)
{
    private readonly ReadOnlySpan<char> _text = text;

    private int _first = text.LastIndexOf(first, StringComparison.Ordinal);
    private int _second = text.LastIndexOf(second, StringComparison.Ordinal);

    /// <summary>The place that was reached.</summary>
    public int Start { get; private set; }

    /// <summary>The place after the word that was reached.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the place before; false when there is none.</summary>
    public bool MoveBack()
    {
        if (_first < 0 && _second < 0)
        {
            return false;
        }

        if (_first > _second)
        {
            (Start, End) = (_first, _first + first.Length);
            _first = _text[.._first].LastIndexOf(first, StringComparison.Ordinal);
        }
        else
        {
            (Start, End) = (_second, _second + second.Length);
            _second = _text[.._second].LastIndexOf(second, StringComparison.Ordinal);
        }

        return true;
    }
}
