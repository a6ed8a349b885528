using System.Globalization;

namespace Reckon.Testing.AnswerPairs;

/// <summary>Draws numbers, and spells the parts of which answers are made in one of the ways in which people spell them.</summary>
internal sealed class Speller(int seed)
{
    private readonly Random _random = new(seed);

    public bool Coin => _random.Next(2) == 0;

    public int Int(int from, int to) => _random.Next(from, to + 1);

    /// <summary>A whole number that is neither zero nor one of <paramref name="others"/>.</summary>
    public int NonZero(int from, int to, params int[] others)
    {
        int value;
        do
        {
            value = Int(from, to);
        }
        while (value == 0 || others.Contains(value));
        return value;
    }

    public T Pick<T>(params T[] values) => values[_random.Next(values.Length)];

    public T[] Shuffled<T>(IEnumerable<T> values)
    {
        var array = values.ToArray();
        _random.Shuffle(array);
        return array;
    }

    /// <summary>An answer with marks of mathematics around it.</summary>
    public string Wrapped(string answer) => Int(0, 7) switch
    {
        0 => $"${answer}$",
        1 => $@"\boxed{{{answer}}}",
        2 => $@"\({answer}\)",
        3 => $" {answer} ",
        4 => $@"\displaystyle {answer}",
        _ => answer,
    };

    public string Minus() => Pick("-", "-", "-", "\u2212");

    /// <summary>A whole number; thousands may be grouped where that is unmistakable.</summary>
    public string Whole(long value, bool mayGroup = false)
    {
        var digits = Math.Abs(value).ToString(CultureInfo.InvariantCulture);
        if (mayGroup && digits.Length > 3)
        {
            var separator = Pick("", ",", "{,}", @"\,", @",\!");
            for (var at = digits.Length - 3; at > 0; at -= 3)
            {
                digits = digits.Insert(at, separator);
            }
        }

        return value < 0 ? Minus() + digits : digits;
    }

    /// <summary>A fraction whose denominator is positive.</summary>
    public string Fraction(long top, long bottom)
    {
        if (bottom == 1 || top % bottom == 0)
        {
            return Whole(top / bottom);
        }

        var factor = Pick(1, 1, 1, 2, 3);
        var (p, q) = (Math.Abs(top) * factor, bottom * factor);
        var sign = top < 0 ? Minus() : "";
        return Int(0, 4) switch
        {
            0 => $"{sign}{p}/{q}",
            1 => $@"\dfrac{{{sign}{p}}}{{{q}}}",
            2 when p < 10 && q < 10 => $@"{sign}\frac{p}{q}",
            3 => $@"{sign}\tfrac{{{p}}}{{{q}}}",
            _ => $@"{sign}\frac{{{p}}}{{{q}}}",
        };
    }

    public string Times() => Pick(@" \cdot ", @"\times ", "*", @"\cdot ");

    /// <summary>Something in parentheses.</summary>
    public string Bracketed(string inner) => Coin ? $"({inner})" : $@"\left({inner}\right)";

    public string Exponent(int exponent) => exponent == 1 ? "" : exponent is > 1 and < 10 && Coin ? $"^{exponent}" : $"^{{{exponent}}}";

    /// <summary>A sum of terms in random order; monomials are empty for constants.</summary>
    public string Sum(params (long Coefficient, string Monomial)[] terms)
    {
        var text = "";
        foreach (var (coefficient, monomial) in Shuffled(terms.Where(term => term.Coefficient != 0)))
        {
            var size = Math.Abs(coefficient);
            var sign = coefficient < 0 ? Minus() : text.Length > 0 ? "+" : "";
            var times = Int(0, 5) == 0 ? Times() : "";
            var factor = monomial.Length == 0 ? $"{size}" : size == 1 ? monomial : $"{size}{times}{monomial}";
            text += Space() + sign + Space() + factor;
        }

        return text.Length == 0 ? "0" : text.Trim();
    }

    public string Space() => Pick("", "", " ");

    public string Comma() => Pick(", ", ",", @",\ ");
}
