using System.Numerics;
using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>Reads numbers that are written as words: "twenty-one", "one hundred and five", "three fifths", "two and a half".</summary>
internal static class NumberWords
{
    private const int LargestUnit = 9;
    private const int Hundred = 100;

    /// <summary>The number whose words begin at <paramref name="position"/>, which moves behind them; null when none does.</summary>
    public static Rational? ReadAt(ReadOnlySpan<LatexToken> tokens, ref int position)
    {
        if (Fraction(tokens, ref position) is { } fraction)
        {
            return fraction;
        }

        if (Whole(tokens, ref position) is not { } whole)
        {
            return null;
        }

        if (tokens[position].IsWord("and"))
        {
            var next = position + 1;
            if (Fraction(tokens, ref next) is { } rest)
            {
                position = next;
                return whole + rest;
            }
        }

        return whole;
    }

    // "half", "a third", "three fifths", "twenty-one hundredths".
    private static Rational? Fraction(ReadOnlySpan<LatexToken> tokens, ref int position)
    {
        var next = position;
        var isArticle = tokens[next] is { Kind: LatexTokenKind.Letter, Text: "a" } or { Kind: LatexTokenKind.Word, Text: "an" };
        Rational count = Rational.One;
        if (isArticle)
        {
            next++;
        }
        else if (!tokens[next].IsWord("half"))
        {
            if (Whole(tokens, ref next) is not { } number)
            {
                return null;
            }

            count = number;
            next += tokens[next].IsSign("-") ? 1 : 0;
        }

        if (tokens[next].Kind != LatexTokenKind.Word || Denominator(tokens[next].Text, count.IsOne) is not { } denominator)
        {
            return null;
        }

        position = next + 1;
        return count / denominator;
    }

    // One third, but two thirds: "twenty-fifth" and "two third graders" are no fractions.
    private static BigInteger? Denominator(string word, bool isOne)
    {
        var isPlural = word.EndsWith('s');
        var singular = word == "halves" ? "half" : isPlural ? word[..^1] : word;
        return isPlural != isOne && Vocabulary.Parts.TryGetValue(singular, out var value) ? value : null;
    }

    // A whole number, by groups: [hundreds] million [hundreds] thousand [hundreds].
    private static Rational? Whole(ReadOnlySpan<LatexToken> tokens, ref int position)
    {
        BigInteger? sum = null;
        var least = BigInteger.Zero; // The scale of the group before; those after it are smaller.
        for (var next = position; Hundreds(tokens, ref next, sum is not null) is { } group;)
        {
            var scale = ValueOf(tokens[next]) is { } value && value >= 1000 ? value : BigInteger.One;
            next += scale.IsOne ? 0 : 1;
            if (sum is not null && scale >= least)
            {
                break;
            }

            sum = (sum ?? 0) + (group * scale);
            (least, position) = (scale, next);
            if (scale.IsOne)
            {
                break;
            }
        }

        return sum;
    }

    // "five", "twenty-one", "three hundred and five", "hundred".
    private static BigInteger? Hundreds(ReadOnlySpan<LatexToken> tokens, ref int position, bool mayBeginWithAnd)
    {
        var next = position + (mayBeginWithAnd && tokens[position].IsWord("and") ? 1 : 0);
        var number = BelowHundred(tokens, ref next);
        if (ValueOf(tokens[next]) is { } scale && scale == Hundred)
        {
            number = (number ?? 1) * Hundred;
            next++;
            var rest = next + (tokens[next].IsWord("and") ? 1 : 0);
            if (BelowHundred(tokens, ref rest) is { } more)
            {
                (number, next) = (number + more, rest);
            }
        }
        else if (number is null && ValueOf(tokens[next]) is >= 1000 && !mayBeginWithAnd)
        {
            number = 1; // "million" by itself.
        }

        position = number is null ? position : next;
        return number;
    }

    private static int? BelowHundred(ReadOnlySpan<LatexToken> tokens, ref int position)
    {
        if (ValueOf(tokens[position]) is not ({ } first and < Hundred))
        {
            return null;
        }

        position++;
        var unit = position + (tokens[position].IsSign("-") ? 1 : 0);
        if (first < 20 || ValueOf(tokens[unit]) is not ({ } last and > 0 and <= LargestUnit))
        {
            return first;
        }

        position = unit + 1;
        return first + last;
    }

    private static int? ValueOf(LatexToken token) =>
        token.Kind == LatexTokenKind.Word && Vocabulary.Numbers.TryGetValue(token.Text, out var value) ? value : null;
}
