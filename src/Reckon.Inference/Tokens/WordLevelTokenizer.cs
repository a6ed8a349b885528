using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Reckon.Inference.Tokens;

/// <summary>A tokenizer whose pieces are whole vocabulary entries: text is cut by a pattern, and each piece looked up.</summary>
internal sealed class WordLevelTokenizer : ITokenizer
{
    private readonly FrozenDictionary<string, int> _ids;
    private readonly FrozenSet<int> _special;
    private readonly string?[] _pieces;
    private readonly byte[][] _bytes;
    private readonly SplitPattern _split;
    private readonly int _unknown;

    /// <param name="ids">All tokens, special ones included.</param>
    /// <param name="special">The ids of marks.</param>
    /// <param name="split">Cuts text into pieces.</param>
    /// <param name="unknown">The id of a piece that is not in the vocabulary.</param>
    public WordLevelTokenizer(IReadOnlyDictionary<string, int> ids, IEnumerable<int> special, SplitPattern split, int unknown)
    {
        _ids = ids.ToFrozenDictionary(StringComparer.Ordinal);
        _special = special.ToFrozenSet();
        _pieces = new string?[ids.Values.Max() + 1];
        foreach (var (piece, id) in ids)
        {
            _pieces[id] = piece;
        }

        _bytes = [.. _pieces.Select(piece => Encoding.UTF8.GetBytes(piece ?? ""))];
        (_split, _unknown) = (split, unknown);
    }

    public int Size => _pieces.Length;

    public ImmutableArray<int> Encode(string text)
    {
        var ids = ImmutableArray.CreateBuilder<int>();
        foreach (var (piece, _) in _split.Cut(text))
        {
            ids.Add(IdOf(piece) ?? _unknown);
        }

        return ids.DrainToImmutable();
    }

    public UnknownText FindUnknown(string text)
    {
        var (words, characters) = (0L, 0L);
        foreach (var (piece, _) in _split.Cut(text).Where(cut => IdOf(cut.Text) is null))
        {
            words++;
            characters += piece.EnumerateRunes().Count();
        }

        return new UnknownText(words, characters);
    }

    public string Decode(ReadOnlySpan<int> tokens)
    {
        var text = new StringBuilder();
        foreach (var token in tokens)
        {
            if (!_special.Contains(token))
            {
                text.Append(_pieces[token]);
            }
        }

        return text.ToString();
    }

    public ReadOnlySpan<byte> BytesOf(int id) => IsSpecial(id) ? [] : _bytes[id];

    public bool TryGetId(string token, out int id) => _ids.TryGetValue(token, out id);

    public string Spell(int id) => _pieces[id] ?? "";

    public bool IsSpecial(int id) => _special.Contains(id) || _pieces[id] is null;

    // A text that spells out a mark is still text.
    private int? IdOf(string piece) => _ids.TryGetValue(piece, out var id) && !_special.Contains(id) ? id : null;
}
