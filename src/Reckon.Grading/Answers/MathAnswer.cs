using Reckon.Grading.Expressions;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>
/// An answer as it was read. Immutable, and safe on any thread. Unparsable ones have the key of their spelling without space and looks.
/// </summary>
public sealed class MathAnswer : ReadAnswer
{
    /// <summary>The longest answer that is read, in characters. A longer one is refused without a look at it.</summary>
    public const int MostCharacters = 4_096;

    private MathAnswer(AnswerStatus status, string key, AnswerValue? value = null)
        : base(status, key) => Value = value;

    /// <summary>What it is; null where it was not read.</summary>
    internal AnswerValue? Value { get; }

    /// <summary>Reads an answer: LaTeX, plain mathematics or a word. Takes any text, and never throws.</summary>
    public static MathAnswer Parse(string text, AnswerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(policy);
        if (text.Length > MostCharacters)
        {
            return new MathAnswer(AnswerStatus.TooComplex, text);
        }

        if (PlainNumber(text.AsSpan().Trim()) is { } number)
        {
            var value = new AnswerValue.Scalar(Expression.Of(number));
            return new MathAnswer(AnswerStatus.Parsed, value.Key, value);
        }

        return LatexTokenizer.Read(text) switch
        {
            null => new MathAnswer(AnswerStatus.TooComplex, text),
            [_] => new MathAnswer(AnswerStatus.NoAnswer, ""),
            var tokens => Read(text.Contains("box", StringComparison.Ordinal) ? WithoutBox(tokens) : tokens, policy),
        };
    }

    // Without the braces of a box around all of it.
    private static LatexToken[] WithoutBox(LatexToken[] tokens)
    {
        var depth = 0;
        for (var index = 0; index < tokens.Length - 2; index++)
        {
            depth += tokens[index].IsSign("{") ? 1 : tokens[index].IsSign("}") ? -1 : 0;
            if (depth <= 0)
            {
                return tokens;
            }
        }

        return tokens.Length > 3 && tokens[^2].IsSign("}") ? [.. tokens[1..^2], tokens[^1]] : tokens;
    }

    private static MathAnswer Read(LatexToken[] tokens, AnswerPolicy policy)
    {
        var effort = new Effort(SizeLimits.Steps);
        var value = Choices.Read(tokens) is var (letter, start)
            ? new AnswerValue.Choice(letter, Read(tokens[start..], policy, effort), Spelling(tokens[start..]))
            : Read(tokens, policy, effort);
        if (effort.IsSpent)
        {
            return new MathAnswer(AnswerStatus.TooComplex, Spelling(tokens));
        }

        if (policy.ListsAreOrdered && value is AnswerValue.Collection { IsSet: false } list)
        {
            value = list with { IsOrdered = true };
        }

        return value is null
            ? new MathAnswer(AnswerStatus.Unparsable, Spelling(tokens))
            : new MathAnswer(AnswerStatus.Parsed, value.Key, value);
    }

    private static AnswerValue? Read(LatexToken[] tokens, AnswerPolicy policy, Effort effort)
    {
        var value = new AnswerParser(tokens, new Algebra(effort), policy).Read();
        return effort.HasFailed ? null : value ?? Words(tokens);
    }

    private static string Spelling(LatexToken[] tokens) => $"~{string.Concat(tokens.Select(token => token.Text))}";

    // An answer of words alone.
    private static AnswerValue? Words(LatexToken[] tokens)
    {
        var words = tokens[..^1]
            .Where(token => !(token.Kind == LatexTokenKind.Sign && token.Text is "," or "-" or ":" or "(" or ")" or "'"))
            .ToArray();
        var start = words.Length > 1 && words[0].Text is "a" or "A" or "an" or "the" && words[1].Kind == LatexTokenKind.Word ? 1 : 0;
        words = words[start..];
        return Array.Exists(words, token => token.Kind == LatexTokenKind.Word)
            && Array.TrueForAll(words, token => token.Kind is LatexTokenKind.Word or LatexTokenKind.Letter or LatexTokenKind.Number)
            ? Meaning(
                string.Join(' ', words.Select(token => Vocabulary.Synonyms.GetValueOrDefault(token.Text, token.Text))),
                Array.Exists(words, token => token.Kind != LatexTokenKind.Word))
            : null;
    }

    private static AnswerValue Meaning(string words, bool holdsMathematics) => Vocabulary.Phrases.GetValueOrDefault(words, words) switch
    {
        "all real numbers" => new AnswerValue.Reals(RealSet.All),
        "no solution" => new AnswerValue.Collection([], true),
        var phrase => new AnswerValue.Text(phrase, holdsMathematics && phrase == words),
    };

    // Most answers are a few digits; those need no parser.
    private static Rational? PlainNumber(ReadOnlySpan<char> text)
    {
        const int MostDigits = 18;
        var digits = text is ['-', ..] ? text[1..] : text;
        return digits.Length is > 0 and <= MostDigits && !digits.ContainsAnyExceptInRange('0', '9')
            ? (System.Numerics.BigInteger)long.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : null;
    }
}
