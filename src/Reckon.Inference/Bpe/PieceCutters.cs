using System.Text;
using System.Text.RegularExpressions;
using Reckon.Inference.Tokens;

namespace Reckon.Inference.Bpe;

/// <summary>The ways of cutting a text that tokenizers name.</summary>
internal static class PieceCutters
{
    // How GPT-2 cuts (Radford et al. 2019); files name it only by 'use_regex'.
    private const string WordPattern = @"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+";

    /// <summary>One after the other.</summary>
    public static PieceCutter Sequence(IReadOnlyList<PieceCutter> cutters) => (piece, place) =>
    {
        IEnumerable<(string Piece, PiecePlace Place)> pieces = [(piece, place)];
        foreach (var cutter in cutters)
        {
            pieces = pieces.SelectMany(each => cutter(each.Piece, each.Place)
                .Select((part, i) => (part, each.Place == PiecePlace.Start && i > 0 ? PiecePlace.Anew : each.Place)));
        }

        return pieces.Select(each => each.Piece);
    };

    /// <summary>At the matches of a pattern, or between them where <paramref name="isInverted"/>.</summary>
    public static PieceCutter Split(string pattern, SplitBehavior behavior, bool isInverted)
    {
        var split = new SplitPattern(pattern);
        return (piece, _) => Join(split.Cut(piece).Select(part => (part.Text, part.IsMatch != isInverted)), behavior);
    }

    /// <summary>At a text.</summary>
    public static PieceCutter SplitAt(string text, SplitBehavior behavior, bool isInverted) => Split(Regex.Escape(text), behavior, isInverted);

    /// <summary>Digits apart from the rest, and from one another where <paramref name="isEach"/>.</summary>
    public static PieceCutter Digits(bool isEach) => Split(isEach ? @"\p{N}" : @"\p{N}+", SplitBehavior.Isolated, isInverted: false);

    /// <summary>Spelled by bytes.</summary>
    public static PieceCutter ByteLevel(bool addsSpace, bool cutsWords)
    {
        var words = cutsWords ? Split(WordPattern, SplitBehavior.Isolated, isInverted: false) : (piece, _) => [piece];
        return (piece, place) => words(
            addsSpace && place != PiecePlace.Within && !piece.StartsWith(' ') ? $" {piece}" : piece, place).Select(Spell);
    }

    /// <summary>Spaces spelled by <paramref name="mark"/>.</summary>
    /// <param name="mark">One letter.</param>
    /// <param name="isAdded">Whether a text in a place gets one where it does not begin with one.</param>
    /// <param name="cuts">Whether a piece ends before each mark.</param>
    public static PieceCutter Metaspace(string mark, Predicate<PiecePlace> isAdded, bool cuts)
    {
        var cut = cuts ? SplitAt(mark, SplitBehavior.MergedWithNext, isInverted: false) : (piece, _) => [piece];
        return (piece, place) =>
        {
            var spelled = piece.Replace(" ", mark, StringComparison.Ordinal);
            var needsMark = isAdded(place) && !spelled.StartsWith(mark, StringComparison.Ordinal);
            return cut(needsMark ? mark + spelled : spelled, place);
        };
    }

    private static string Spell(string piece)
    {
        var spelled = new StringBuilder(piece.Length);
        foreach (var value in Encoding.UTF8.GetBytes(piece))
        {
            spelled.Append(ByteAlphabet.LetterOf(value));
        }

        return spelled.ToString();
    }

    private static IEnumerable<string> Join(IEnumerable<(string Text, bool IsMatch)> parts, SplitBehavior behavior)
    {
        var held = "";
        foreach (var (text, isMatch) in parts)
        {
            switch (behavior)
            {
                case SplitBehavior.Isolated:
                case SplitBehavior.Removed when !isMatch:
                    yield return text;
                    break;
                case SplitBehavior.MergedWithPrevious when isMatch:
                    yield return held + text;
                    held = "";
                    break;
                case SplitBehavior.MergedWithPrevious or SplitBehavior.MergedWithNext:
                    if (held.Length > 0 && (isMatch || behavior == SplitBehavior.MergedWithPrevious))
                    {
                        yield return held;
                        held = "";
                    }

                    held += text;
                    if (behavior == SplitBehavior.MergedWithNext && !isMatch)
                    {
                        yield return held;
                        held = "";
                    }

                    break;
                default:
                    break; // Removed.
            }
        }

        if (held.Length > 0)
        {
            yield return held;
        }
    }
}
