using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Bpe;

/// <summary>A tokenizer by byte-pair encoding, byte-level or over characters.</summary>
internal sealed class BytePairTokenizer : ITokenizer
{
    private const int LongestKept = 32; // Characters of a piece whose ids are remembered.
    private const int MostKept = 1 << 16;

    private readonly BytePairParts _parts;
    private readonly Lazy<FrozenDictionary<string, int>> _ids;
    private readonly FrozenSet<int> _special;
    private readonly AddedTokenFinder _written;
    private readonly AddedTokenFinder _writtenNormalized;
    private readonly AddedTokenFinder _marked;
    private readonly AddedTokenFinder _markedNormalized;
    private readonly ConcurrentDictionary<string, int[]> _kept = new(StringComparer.Ordinal);

    public BytePairTokenizer(BytePairParts parts)
    {
        _parts = parts;
        _ids = new Lazy<FrozenDictionary<string, int>>(IdsByText);
        _special = parts.Added.Where(token => token.IsSpecial).Select(token => token.Id).ToFrozenSet();
        var written = parts.Added.Where(token => !token.IsSpecial).ToArray();
        (_written, _writtenNormalized) = (Finder(written, isNormalized: false), Finder(written, isNormalized: true));
        (_marked, _markedNormalized) = (Finder(parts.Added, isNormalized: false), Finder(parts.Added, isNormalized: true));
    }

    public int Size => _parts.Bytes.Count;

    public ImmutableArray<int> Encode(string text) => Encode(text, PiecePlace.Start, _written, _writtenNormalized);

    public ImmutableArray<int> EncodeContinuation(string text) => Encode(text, PiecePlace.Within, _written, _writtenNormalized);

    public ImmutableArray<int> EncodeMarked(string text, bool goesOn = false) =>
        Encode(text, goesOn ? PiecePlace.Within : PiecePlace.Start, _marked, _markedNormalized);

    public bool SpellsMark(string text) => EncodeMarked(text).Any(_special.Contains);

    public string Decode(ReadOnlySpan<int> tokens) => _parts.Bytes.Decode(tokens);

    public ReadOnlySpan<byte> BytesOf(int id) => _parts.Bytes.Of(id);

    public bool TryGetId(string token, out int id) => _ids.Value.TryGetValue(token, out id);

    public string Spell(int id) =>
        _special.Contains(id) ? _parts.Added.First(token => token.Id == id).Content : Decode([id]);

    // A number that no token has is no text either.
    public bool IsSpecial(int id) => _special.Contains(id) || _parts.Bytes.Of(id).IsEmpty;

    // By what they stand for, not by their spelling in the file. Where two are the same text, the added one counts, or the first.
    private FrozenDictionary<string, int> IdsByText()
    {
        var added = _parts.Added.Select(token => KeyValuePair.Create(token.Content, token.Id));
        var pieces = Enumerable.Range(0, Size).Where(id => !_parts.Bytes.Of(id).IsEmpty).Select(id => KeyValuePair.Create(Decode([id]), id));
        return added.Concat(pieces).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private AddedTokenFinder Finder(IEnumerable<AddedToken> tokens, bool isNormalized) => new(
        tokens.Where(token => token.IsNormalized == isNormalized),
        token => isNormalized ? _parts.Normalize(token.Content, PiecePlace.Within) : token.Content);

    private ImmutableArray<int> Encode(string text, PiecePlace start, AddedTokenFinder raw, AddedTokenFinder normalized)
    {
        var ids = new List<int>();
        foreach (var (part, found) in raw.Cut(text))
        {
            if (found is not null)
            {
                ids.Add(found.Id);
                continue;
            }

            var place = ids.Count > 0 ? PiecePlace.Anew : start;
            foreach (var (piece, token) in normalized.Cut(_parts.Normalize(part, place)))
            {
                if (token is not null)
                {
                    ids.Add(token.Id);
                }
                else
                {
                    Add(piece, ids.Count > 0 ? PiecePlace.Anew : place, ids);
                }
            }
        }

        return [.. ids];
    }

    private void Add(string text, PiecePlace place, List<int> ids)
    {
        foreach (var piece in _parts.Cut(text, place))
        {
            if (piece.Length > LongestKept)
            {
                _parts.Merges.Encode(piece, ids);
                continue;
            }

            if (!_kept.TryGetValue(piece, out var known))
            {
                var found = new List<int>();
                _parts.Merges.Encode(piece, found);
                known = [.. found];
                Keep(piece, known);
            }

            ids.AddRange(known);
        }
    }

    private void Keep(string piece, int[] ids)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept.TryAdd(piece, ids);
    }
}
