using System.Globalization;
using System.Text;

namespace Reckon.Inference.Bpe;

/// <summary>
/// Byte-pair encoding (Sennrich et al. 2016): a piece of text begins as characters, and the neighbours with the lowest rank are merged, of
/// equal ones the leftmost, until none can be.
/// </summary>
internal sealed class MergeTable
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly Dictionary<(int Left, int Right), (int Rank, int Id)> _merges;
    private readonly MergeRules _rules;
    private readonly int[]? _bytes; // The tokens of bytes; null where there are none.

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

    private static int[]? BytesOf(Dictionary<string, int> vocabulary)
    {
        var bytes = new int[256];
        for (var value = 0; value < bytes.Length; value++)
        {
            if (!vocabulary.TryGetValue(NameOf((byte)value), out bytes[value]))
            {
                return null;
            }
        }

        return bytes;
    }

    private List<int> Symbols(ReadOnlySpan<char> piece)
    {
        var (symbols, wasUnknown) = (new List<int>(piece.Length), false);
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in piece.EnumerateRunes())
        {
            var length = rune.Utf16SequenceLength;
            var isKnown = _ids.TryGetValue(piece[..length], out var id);
            if (isKnown)
            {
                symbols.Add(id);
            }
            else if (_bytes is not null)
            {
                foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
                {
                    symbols.Add(_bytes[value]);
                }
            }
            else if (_rules.Unknown is { } unknown && !(wasUnknown && _rules.FusesUnknown))
            {
                symbols.Add(unknown);
            }

            wasUnknown = !isKnown && _bytes is null;
            piece = piece[length..];
        }

        return symbols;
    }
}
