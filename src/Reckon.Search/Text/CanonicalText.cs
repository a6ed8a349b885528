using System.Collections.Frozen;
using System.Text;

namespace Reckon.Search.Text;

/// <summary>
/// Normalization form C (Unicode Standard Annex 15): texts that look alike because they differ in spelling alone become equal. Ids are compared
/// so, and tokenizers apply it to a text before they cut it. The runtime has it only with the library of languages, in the version that a
/// machine happens to have; this one is the same everywhere.
/// </summary>
public static class CanonicalText
{
    private const int FirstToCheck = 0x300; // No character below composes with another or is put in another order.
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Trails = 28;

    private static readonly CanonicalData _data = CanonicalData.Read();
    private static readonly FrozenDictionary<(int, int), int> _composed = _data.Composed.ToFrozenDictionary();

    /// <summary>The normalized text. Halves of surrogate pairs become U+FFFD.</summary>
    public static string Compose(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', (char)(FirstToCheck - 1)))
        {
            return text;
        }

        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            Decompose(rune.Value, points);
        }

        Order(points);
        return Compose(points);
    }

    private static void Decompose(int point, List<int> points)
    {
        var syllable = point - SyllableBase;
        if (syllable is >= 0 and < Leads * Vowels * Trails)
        {
            points.Add(LeadBase + (syllable / (Vowels * Trails)));
            points.Add(VowelBase + (syllable % (Vowels * Trails) / Trails));
            if (syllable % Trails > 0)
            {
                points.Add(TrailBase + (syllable % Trails));
            }
        }
        else if (_data.Decomposed.TryGetValue(point, out var parts))
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

    // Marks between two starters are sorted by class; those of one class keep their order.
    private static void Order(List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var (point, order, at) = (points[i], ClassOf(points[i]), i);
            while (order > 0 && at > 0 && ClassOf(points[at - 1]) > order)
            {
                points[at] = points[at - 1];
                at--;
            }

            points[at] = point;
        }
    }

    private static string Compose(List<int> points)
    {
        var (kept, starter, lastClass) = (0, -1, -1);
        for (var at = 0; at < points.Count; at++)
        {
            var point = points[at];
            var order = ClassOf(point);
            var isBlocked = lastClass >= order && lastClass >= 0;
            if (starter >= 0 && !isBlocked && Pair(points[starter], point) is { } composed)
            {
                points[starter] = composed;
                continue;
            }

            if (order == 0)
            {
                (starter, lastClass) = (kept, -1);
            }
            else
            {
                lastClass = order;
            }

            points[kept++] = point;
        }

        var text = new StringBuilder(kept);
        foreach (var point in points[..kept])
        {
            text.Append(new Rune(point).ToString());
        }

        return text.ToString();
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < Leads and var lead && second - VowelBase is >= 0 and < Vowels and var vowel)
        {
            return SyllableBase + (((lead * Vowels) + vowel) * Trails);
        }

        if (first - SyllableBase is >= 0 and < Leads * Vowels * Trails and var syllable && syllable % Trails == 0
            && second - TrailBase is > 0 and < Trails and var trail)
        {
            return first + trail;
        }

        return _composed.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static int ClassOf(int point) => _data.Classes.GetValueOrDefault(point);
}
