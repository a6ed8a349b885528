using System.Globalization;
using Reckon.Grading.Expressions;
using Reckon.Grading.Latex;

namespace Reckon.Grading.Answers;

/// <summary>Reads numbers that are written as words.</summary>
internal static class NumberWords
{
    /// <summary>The number, such as 21 for "twenty-one"; null when the tokens are anything else.</summary>
    public static Rational? Read(ReadOnlySpan<LatexToken> tokens)
    {
        long? number = null;
        foreach (var token in tokens[..^1])
        {
            if (token.IsSign("-") && number is not null)
            {
                continue;
            }

            if (token.Kind != LatexTokenKind.Word || !Vocabulary.Numbers.TryGetValue(token.Text, out var digits))
            {
                return null;
            }

            var value = long.Parse(digits, CultureInfo.InvariantCulture);
            number = number switch
            {
                null => value,
                > 1_000_000_000 => null,
                _ when value >= 100 => number * value,
                _ => number + value,
            };
            if (number is null)
            {
                return null;
            }
        }

        return number is { } result ? (System.Numerics.BigInteger)result : null;
    }
}
