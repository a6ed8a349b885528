namespace Reckon.Inference.Bpe;

/// <summary>The merging of one piece: its symbols as a linked list, and the merges that are possible, the next one first.</summary>
internal sealed class MergeRun
{
    private const int None = -1;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Id)> _merges;
    private readonly List<int> _symbols; // None where a symbol has gone into the one before.
    private readonly int[] _next;
    private readonly int[] _previous;
    private readonly PriorityQueue<(int At, int Id), (int Rank, int At)> _possible = new();

    /// <param name="merges">By the ids of both parts: the rank and what they become.</param>
    /// <param name="symbols">What is merged; changed.</param>
    public MergeRun(Dictionary<(int Left, int Right), (int Rank, int Id)> merges, List<int> symbols)
    {
        (_merges, _symbols) = (merges, symbols);
        (_next, _previous) = (new int[symbols.Count], new int[symbols.Count]);
        for (var at = 0; at < symbols.Count; at++)
        {
            (_next[at], _previous[at]) = (at + 1, at - 1);
            Offer(at, at + 1);
        }
    }

    /// <summary>Merges, and adds what is left to <paramref name="ids"/>.</summary>
    public void AddTo(List<int> ids)
    {
        while (_possible.TryDequeue(out var merge, out _))
        {
            if (IsStillPossible(merge.At, merge.Id))
            {
                Merge(merge.At, merge.Id);
            }
        }

        foreach (var symbol in _symbols)
        {
            if (symbol != None)
            {
                ids.Add(symbol);
            }
        }
    }

    // Either part may have been merged otherwise since; then the pair makes something else, or nothing.
    private bool IsStillPossible(int at, int id) =>
        _symbols[at] != None && _next[at] < _symbols.Count
        && _merges.TryGetValue((_symbols[at], _symbols[_next[at]]), out var merge) && merge.Id == id;

    private void Merge(int at, int id)
    {
        var gone = _next[at];
        (_symbols[at], _symbols[gone], _next[at]) = (id, None, _next[gone]);
        if (_next[at] < _symbols.Count)
        {
            _previous[_next[at]] = at;
        }

        Offer(_previous[at], at);
        Offer(at, _next[at]);
    }

    private void Offer(int left, int right)
    {
        if (left >= 0 && right < _symbols.Count && _merges.TryGetValue((_symbols[left], _symbols[right]), out var merge))
        {
            _possible.Enqueue((left, merge.Id), (merge.Rank, left));
        }
    }
}
