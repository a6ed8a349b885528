using System.Text;

namespace Reckon.Evaluation.Text;

/// <summary>
/// Spells text in Unicode's composed form, NFC (Unicode Standard, annex 15). The program runs without the library that the runtime's own
/// normalisation needs; without it, that one returns every text as it is.
/// </summary>
public static class CanonicalText
{
    private const char FirstThatMayChange = '\u0300';

    // Hangul syllables are computed: a block of 28 for each pair of the first two letters, and 21 such blocks for each first letter.
    private const int Syllables = 0xAC00;
    private const int Firsts = 0x1100;
    private const int Seconds = 0x1161;
    private const int Thirds = 0x11A7;
    private const int FirstCount = 19;
    private const int SecondCount = 21;
    private const int ThirdCount = 28;

    /// <summary>
    /// <paramref name="text"/> in composed form: texts that look alike because they differ in spelling alone become equal.
    /// </summary>
    public static string Compose(string text)
    {
        if (text.All(c => c < FirstThatMayChange))
        {
            return text;
        }

        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points);
        }

        Reorder(points);
        return Join(points);
    }

    private static void Decompose(int point, List<int> points)
    {
        if (point is >= Syllables and < Syllables + (FirstCount * SecondCount * ThirdCount))
        {
            var (pair, third) = Math.DivRem(point - Syllables, ThirdCount);
            points.Add(Firsts + (pair / SecondCount));
            points.Add(Seconds + (pair % SecondCount));
            if (third > 0)
            {
                points.Add(Thirds + third);
            }
        }
        else if (CanonicalData.Shipped.PartsOf(point) is { } parts)
        {
            foreach (var part in parts)
            {
                Decompose(part, points);
            }
        }
        else
        {
            points.Add(point);
        }
    }

    // Marks behind one character are sorted by class; those of one class stay in their order.
    private static void Reorder(List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var number = CanonicalData.Shipped.ClassOf(points[i]);
            for (var at = i; number > 0 && at > 0 && CanonicalData.Shipped.ClassOf(points[at - 1]) > number; at--)
            {
                (points[at - 1], points[at]) = (points[at], points[at - 1]);
            }
        }
    }

    private static string Join(List<int> points)
    {
        var text = new List<int>(points.Count);
        var (starter, last) = (-1, -1); // Where the last character that stands alone is, and the class of what was added after it.
        foreach (var point in points)
        {
            var number = CanonicalData.Shipped.ClassOf(point);
            if (starter >= 0 && last < number && Whole(text[starter], point) is { } whole)
            {
                text[starter] = whole;
                continue;
            }

            (starter, last) = number == 0 ? (text.Count, -1) : (starter, number);
            text.Add(point);
        }

        var joined = new StringBuilder(text.Count);
        text.ForEach(point => joined.Append(new Rune(point).ToString()));
        return joined.ToString();
    }

    private static int? Whole(int first, int second)
    {
        if (first is >= Firsts and < Firsts + FirstCount && second is >= Seconds and < Seconds + SecondCount)
        {
            return Syllables + ((((first - Firsts) * SecondCount) + (second - Seconds)) * ThirdCount);
        }

        var isSyllable = first is >= Syllables and < Syllables + (FirstCount * SecondCount * ThirdCount);
        var isOpen = isSyllable && (first - Syllables) % ThirdCount == 0; // Without a third letter.
        return isOpen && second is > Thirds and < Thirds + ThirdCount
            ? first + (second - Thirds)
            : CanonicalData.Shipped.WholeOf(first, second);
    }
}
