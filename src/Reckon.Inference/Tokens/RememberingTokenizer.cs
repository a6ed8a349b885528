using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Reckon.Inference.Tokens;

/// <summary>
/// Remembers the ids of texts. A search asks for the same ones again and again: the problem and every step of a path once per
/// round, the steps of siblings, the problem for each budget.
/// </summary>
/// <param name="inner">Encodes.</param>
/// <param name="maxCharacters">Of all remembered texts together; above it the older half is dropped.</param>
internal sealed class RememberingTokenizer(ITokenizer inner, int maxCharacters = 1 << 20) : ITokenizer
{
    // Two generations: what is used moves to the younger one; the older is dropped when the younger is full.
    private volatile Generation _young = new();
    private volatile Generation _old = new();

    /// <inheritdoc/>
    public int Size => inner.Size;

    /// <inheritdoc/>
    public ImmutableArray<int> Encode(string text)
    {
        if (_young.Ids.TryGetValue(text, out var known))
        {
            return known;
        }

        var ids = _old.Ids.TryGetValue(text, out var older) ? older : inner.Encode(text);
        Remember(text, ids);
        return ids;
    }

    /// <inheritdoc/>
    public ImmutableArray<int> EncodeContinuation(string text) => inner.EncodeContinuation(text);

    /// <inheritdoc/>
    public ImmutableArray<int> EncodeMarked(string text, bool goesOn = false) => inner.EncodeMarked(text, goesOn);

    /// <inheritdoc/>
    public bool SpellsMark(string text) => inner.SpellsMark(text);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> BytesOf(int id) => inner.BytesOf(id);

    /// <inheritdoc/>
    public string Decode(ReadOnlySpan<int> tokens) => inner.Decode(tokens);

    /// <inheritdoc/>
    public UnknownText FindUnknown(string text) => inner.FindUnknown(text);

    /// <inheritdoc/>
    public bool TryGetId(string token, out int id) => inner.TryGetId(token, out id);

    /// <inheritdoc/>
    public string Spell(int id) => inner.Spell(id);

    /// <inheritdoc/>
    public bool IsSpecial(int id) => inner.IsSpecial(id);

    private void Remember(string text, ImmutableArray<int> ids)
    {
        var young = _young;
        if (young.Ids.TryAdd(text, ids) && young.Grow(text.Length) > maxCharacters / 2)
        {
            // Two threads may both begin a generation here, and one generation is lost: its texts are encoded again.
            (_old, _young) = (young, new Generation());
        }
    }

    private sealed class Generation
    {
        private int _characters;

        public ConcurrentDictionary<string, ImmutableArray<int>> Ids { get; } = new(StringComparer.Ordinal);

        public int Grow(int characters) => Interlocked.Add(ref _characters, characters + 1);
    }
}
