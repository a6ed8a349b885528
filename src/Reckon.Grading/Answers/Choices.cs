using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>
/// Tells the letter of a choice from its text: <c>(D) 31</c>, <c>B) 7 km</c>, <c>C. Dana</c>, <c>E: none</c>, <c>C Cecile</c>.
/// </summary>
internal static class Choices
{
    /// <summary>The place where the text of a choice begins, and its letter; null where there is no letter with a text.</summary>
    public static (string Letter, int TextStart)? Read(ReadOnlySpan<LatexToken> tokens)
    {
        var isOpen = tokens[0].IsSign("(");
        var letter = isOpen ? 1 : 0;
        if (!IsLetter(tokens[letter]))
        {
            return null;
        }

        var start = TextStart(tokens, letter, isOpen);
        return start is { } text && tokens[text].Kind != LatexTokenKind.End ? (tokens[letter].Text, text) : null;
    }

    /// <summary>Whether it is one of the letters that choices have.</summary>
    public static bool IsLetter(string name) => name is [>= 'A' and <= 'J'];

    private static bool IsLetter(LatexToken token) => token.Kind == LatexTokenKind.Letter && IsLetter(token.Text);

    private static int? TextStart(ReadOnlySpan<LatexToken> tokens, int letter, bool isOpen)
    {
        var next = tokens[letter + 1];
        if (isOpen)
        {
            return next.IsSign(")") && BeginsText(tokens[letter + 2]) ? letter + 2 : null;
        }

        return next switch
        {
            { Kind: LatexTokenKind.Sign, Text: ")" or "." } => letter + 2,
            { Kind: LatexTokenKind.Sign, Text: ":" } when tokens[letter + 2] is { AfterSpace: true, Kind: not LatexTokenKind.Letter } =>
                letter + 2,
            { Kind: LatexTokenKind.Word } when tokens[letter].Text != "A" && AreWords(tokens[(letter + 1)..]) => letter + 1,
            _ => null,
        };
    }

    // Whether what follows a letter in parentheses is a text, not the rest of an expression.
    private static bool BeginsText(LatexToken token) => token.Kind switch
    {
        LatexTokenKind.Number => true,
        LatexTokenKind.Word => token.Text is not ("and" or "or"),
        LatexTokenKind.Letter or LatexTokenKind.Command or LatexTokenKind.Begin => token.AfterSpace,
        _ => token is { AfterSpace: true, Kind: LatexTokenKind.Sign, Text: "-" or "(" or "[" or "\\{" or "$" or "{" },
    };

    private static bool AreWords(ReadOnlySpan<LatexToken> tokens)
    {
        foreach (var token in tokens[..^1])
        {
            if (token.Kind != LatexTokenKind.Word || token.Text is "and" or "or" || Units.Of(token.Text) is not null)
            {
                return false;
            }
        }

        return true;
    }
}
