using System.Globalization;
using System.Text;

namespace Reckon.Inference.Bpe;

/// <summary>
/// Byte-pair encoding (Sennrich et al. 2016): a piece of text begins as characters, and the neighbours with the lowest rank are merged, of
/// equal ones the leftmost, until none can be.
/// </summary>
internal sealed class MergeTable
{
    private const int None = -1;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Id)> _merges;
    private readonly MergeRules _rules;
    private readonly int[]? _bytes; // The tokens of bytes, None where a byte has none; null where they are not used.

    /// <param name="vocabulary">Pieces with their ids.</param>
    /// <param name="merges">By the ids of both parts: the rank and what they become.</param>
    /// <param name="rules">What becomes of the rest.</param>
    public MergeTable(Dictionary<string, int> vocabulary, Dictionary<(int Left, int Right), (int Rank, int Id)> merges, MergeRules rules)
    {
        _ids = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        (_merges, _rules) = (merges, rules);
        _bytes = rules.FallsBackToBytes ? BytesOf(vocabulary) : null;
    }

    /// <summary>The name of the token of a byte.</summary>
    public static string NameOf(byte value) => string.Create(CultureInfo.InvariantCulture, $"<0x{value:X2}>");

    /// <summary>Adds the ids of <paramref name="piece"/> to <paramref name="ids"/>.</summary>
    public void Encode(ReadOnlySpan<char> piece, List<int> ids)
    {
        if (_rules.TakesWholePieces && _ids.TryGetValue(piece, out var whole))
        {
            ids.Add(whole);
            return;
        }

        new MergeRun(_merges, Symbols(piece)).AddTo(ids);
    }

    // Some vocabularies have a character in the place of a byte: Gemma 2 has the tabulator for <0x09>.
    private static int[] BytesOf(Dictionary<string, int> vocabulary) =>
        [.. Enumerable.Range(0, 256).Select(value => vocabulary.GetValueOrDefault(NameOf((byte)value), None))];

    private List<int> Symbols(ReadOnlySpan<char> piece)
    {
        var (symbols, wasUnknown) = (new List<int>(piece.Length), false);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in piece.EnumerateRunes())
        {
            var length = rune.Utf16SequenceLength;
            if (_ids.TryGetValue(piece[..length], out var id))
            {
                symbols.Add(id);
                wasUnknown = false;
            }
            else if (TrySpell(utf8[..rune.EncodeToUtf8(utf8)], symbols))
            {
                wasUnknown = false;
            }
            else
            {
                if (_rules.Unknown is { } unknown && !(wasUnknown && _rules.FusesUnknown))
                {
                    symbols.Add(unknown);
                }

                wasUnknown = true;
            }

            piece = piece[length..];
        }

        return symbols;
    }

    private bool TrySpell(ReadOnlySpan<byte> character, List<int> symbols)
    {
        if (_bytes is null)
        {
            return false;
        }

        var before = symbols.Count;
        foreach (var value in character)
        {
            if (_bytes[value] == None)
            {
                symbols.RemoveRange(before, symbols.Count - before);
                return false;
            }

            symbols.Add(_bytes[value]);
        }

        return true;
    }
}
