using System.Globalization;

namespace Reckon.Testing.AnswerPairs;

/// <summary>Numbers.</summary>
internal static class NumberPairs
{
    private const string FullWidth = "０１２３４５６７８９";

    public static Triple Integer(Speller speller)
    {
        long value = speller.Pick(speller.NonZero(-30, 30), speller.Int(100, 9_999), speller.Int(10_000, 99_999_999),
            -speller.Int(1_000, 99_999));
        var changed = speller.Pick(value + speller.NonZero(-2, 2), -value, value * 10, value + 1000);
        return new(Spelled(speller, value), Spelled(speller, value), Spelled(speller, changed));
    }

    public static Triple Fraction(Speller speller)
    {
        var (top, bottom) = (speller.NonZero(-40, 40), speller.Int(2, 30));
        var change = speller.Coin ? (Top: top + speller.NonZero(-2, 2), Bottom: bottom) : (Top: -top, Bottom: bottom);
        return new(speller.Fraction(top, bottom), Rational(speller, top, bottom), Rational(speller, change.Top, change.Bottom));
    }

    public static Triple Decimal(Speller speller)
    {
        var (digits, places) = (speller.NonZero(-99_999, 99_999), speller.Int(1, 6));
        var changed = speller.Pick(digits + speller.NonZero(-3, 3), -digits, digits * 10);
        return new(Point(speller, digits, places), Point(speller, digits, places), Point(speller, changed, places));
    }

    public static Triple Repeated(Speller speller)
    {
        var length = speller.Int(1, 3);
        var nines = (int)Math.Pow(10, length) - 1;
        var (period, before) = (speller.Int(1, nines - 1), speller.Int(0, 99));
        var scale = before < 10 ? 1 : 100;
        var prefix = before < 10 ? $"{before}." : $"0.{before:D2}";
        var top = ((long)before * nines) + period;
        return new(Period(speller, prefix, period, length), speller.Fraction(top, (long)nines * scale), speller.Coin
            ? Period(speller, prefix, period == 1 ? 2 : period - 1, length)
            : prefix + period.ToString($"D{length}", CultureInfo.InvariantCulture));
    }

    public static Triple Powers(Speller speller)
    {
        var factors = speller.Shuffled([2, 3, 5, 7]).Take(2).Select(prime => (Prime: prime, Exponent: speller.Int(2, 4))).ToArray();
        var value = factors.Aggregate(1L, (product, factor) => product * (long)Math.Pow(factor.Prime, factor.Exponent));
        var sign = speller.Pick(@" \cdot ", @"\times ", " ", @"\,");
        var one = string.Join(sign, speller.Shuffled(factors).Select(factor => factor.Prime + speller.Exponent(factor.Exponent)));
        return new(one, speller.Whole(value, mayGroup: true), speller.Whole(value * speller.Pick(2, 3, 10), mayGroup: true));
    }

    public static Triple Based(Speller speller)
    {
        var @base = speller.Int(2, 9);
        var digits = string.Concat(Enumerable.Range(0, speller.Int(2, 5)).Select(place => speller.Int(place == 0 ? 1 : 0, @base - 1)));
        var other = digits[..^1] + ((digits[^1] - '0' + 1) % @base);
        return new($"{digits}_{@base}", $"{digits}_{{{@base}}}", speller.Coin && @base < 9 ? $"{digits}_{@base + 1}" : $"{other}_{@base}");
    }

    private static string Spelled(Speller speller, long value) => speller.Int(0, 5) switch
    {
        0 => $"{speller.Whole(value)}.0",
        1 => $"{speller.Whole(value * 3)}/3",
        2 => speller.Sum((value - 7, ""), (7, "")),
        3 when value is > 0 and < 1_000 =>
            string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(digit => FullWidth[digit - '0'])),
        _ => speller.Whole(value, mayGroup: true),
    };

    private static string Rational(Speller speller, long top, long bottom)
    {
        var size = Math.Abs(top);
        var isMixed = size > bottom && size % bottom != 0;
        return speller.Int(0, 3) switch
        {
            0 when isMixed => $@"{(top < 0 ? speller.Minus() : "")}{size / bottom}\frac{{{size % bottom}}}{{{bottom}}}",
            1 when isMixed && speller.Coin => $"{(top < 0 ? "-" : "")}{size / bottom} {size % bottom}/{bottom}",
            2 when 1_000_000 % bottom == 0 => ((decimal)top / bottom).ToString(CultureInfo.InvariantCulture),
            _ => speller.Fraction(top, bottom),
        };
    }

    private static string Point(Speller speller, long digits, int places)
    {
        var scale = (long)Math.Pow(10, places);
        var plain = ((decimal)digits / scale).ToString($"F{places}", CultureInfo.InvariantCulture);
        return speller.Int(0, 4) switch
        {
            0 => $@"{speller.Whole(digits)}{speller.Times()}10^{{-{places}}}",
            1 => $"{digits}e-{places}",
            2 => $@"\frac{{{digits}}}{{{scale}}}",
            3 when Math.Abs(digits) < scale => plain.Replace("0.", ".", StringComparison.Ordinal),
            _ => speller.Coin ? plain : plain + "0",
        };
    }

    private static string Period(Speller speller, string prefix, int period, int length)
    {
        var digits = period.ToString($"D{length}", CultureInfo.InvariantCulture);
        return speller.Int(0, 2) switch
        {
            0 => $"{prefix}({digits})",
            1 => prefix + digits + digits + digits + speller.Pick("...", @"\ldots", "…"),
            _ => $@"{prefix}\overline{{{digits}}}",
        };
    }
}
