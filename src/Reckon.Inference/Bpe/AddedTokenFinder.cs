using System.Buffers;
using System.Globalization;
using System.Text;

namespace Reckon.Inference.Bpe;

/// <summary>Cuts a text at added tokens: the leftmost first, and of those that begin at one place the longest.</summary>
internal sealed class AddedTokenFinder
{
    private readonly Dictionary<char, AddedToken[]> _byFirst;
    private readonly SearchValues<char> _firsts;

    /// <param name="tokens">What is searched; any number.</param>
    /// <param name="contentOf">The text under which a token is found.</param>
    public AddedTokenFinder(IEnumerable<AddedToken> tokens, Func<AddedToken, string> contentOf)
    {
        _byFirst = tokens.Select(token => token with { Content = contentOf(token) })
            .Where(token => token.Content.Length > 0)
            .GroupBy(token => token.Content[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(token => token.Content.Length).ToArray());
        _firsts = SearchValues.Create([.. _byFirst.Keys]);
    }

    /// <summary>The pieces of <paramref name="text"/> in order, each with its token; null for text between tokens, which is not empty.</summary>
    public IEnumerable<(string Text, AddedToken? Token)> Cut(string text)
    {
        var (kept, at) = (0, 0);
        while (Next(text, at) is ({ } token, var found))
        {
            at = found + token.Content.Length;
            if (token.IsWholeWord && !IsAlone(text, found, at))
            {
                continue; // Like the library of the format, which looks behind the match.
            }

            var start = token.StripsLeft ? StartOfSpace(text, kept, found) : found;
            if (start > kept)
            {
                yield return (text[kept..start], null);
            }

            yield return (token.Content, token);
            kept = token.StripsRight ? EndOfSpace(text, at) : at; // A token in the space that was taken is found all the same.
        }

        if (kept < text.Length)
        {
            yield return (text[kept..], null);
        }
    }

    private (AddedToken? Token, int At) Next(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            var skipped = text.AsSpan(at).IndexOfAny(_firsts);
            if (skipped < 0)
            {
                break;
            }

            at += skipped;
            foreach (var token in _byFirst[text[at]])
            {
                if (string.CompareOrdinal(text, at, token.Content, 0, token.Content.Length) == 0)
                {
                    return (token, at);
                }
            }
        }

        return (null, 0);
    }

    private static bool IsAlone(string text, int start, int end)
    {
        var before = Rune.DecodeLastFromUtf16(text.AsSpan(0, start), out var left, out _) == OperationStatus.Done && IsOfWord(left);
        var after = Rune.DecodeFromUtf16(text.AsSpan(end), out var right, out _) == OperationStatus.Done && IsOfWord(right);
        return !before && !after;
    }

    // What \w matches by Unicode Technical Standard 18, enclosed letters included.
    private static bool IsOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        <= UnicodeCategory.LetterNumber => true, // Letters, marks, digits.
        UnicodeCategory.ConnectorPunctuation => true,
        _ => rune.Value is 0x200C or 0x200D or (>= 0x24B6 and <= 0x24E9)
            or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189),
    };

    private static int StartOfSpace(string text, int from, int end)
    {
        while (end > from && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static int EndOfSpace(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }
}
