using System.Collections.Frozen;
using System.Globalization;

namespace Reckon.Evaluation.Text;

/// <summary>
/// What Unicode says of characters that can be spelled in two ways. The runtime's own tables are part of a library that not every
/// machine has.
/// </summary>
internal sealed class CanonicalData
{
    private const string Resource = "canonical.txt";

    private readonly FrozenDictionary<int, int[]> _parts;
    private readonly FrozenDictionary<(int, int), int> _whole;
    private readonly FrozenDictionary<int, int> _classes;

    private CanonicalData(IEnumerable<string> lines)
    {
        var (parts, whole, classes) = (new Dictionary<int, int[]>(), new Dictionary<(int, int), int>(), new Dictionary<int, int>());
        foreach (var words in lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')))
        {
            if (words[0][0] == '=')
            {
                AddClass(classes, int.Parse(words[0].AsSpan(1), CultureInfo.InvariantCulture), words.AsSpan(1));
                continue;
            }

            int[] points = [.. words.Where(word => word != "!").Select(Hex)];
            parts[points[0]] = points[1..];
            if (words[^1] != "!")
            {
                whole[(points[1], points[2])] = points[0];
            }
        }

        (_parts, _whole, _classes) = (parts.ToFrozenDictionary(), whole.ToFrozenDictionary(), classes.ToFrozenDictionary());
    }

    /// <summary>The data that ships with the program.</summary>
    public static CanonicalData Shipped { get; } = new(Lines());

    /// <summary>One or two code points that <paramref name="point"/> stands for; null where it stands for itself.</summary>
    public int[]? PartsOf(int point) => _parts.GetValueOrDefault(point);

    /// <summary>The code point for which both together stand; null where there is none.</summary>
    public int? WholeOf(int first, int second) => _whole.TryGetValue((first, second), out var whole) ? whole : null;

    /// <summary>The combining class: 0 for what stands alone; marks of unlike classes may change places.</summary>
    public int ClassOf(int point) => _classes.GetValueOrDefault(point);

    private static void AddClass(Dictionary<int, int> classes, int number, ReadOnlySpan<string> ranges)
    {
        foreach (var range in ranges)
        {
            var ends = range.Split('-');
            for (var point = Hex(ends[0]); point <= Hex(ends[^1]); point++)
            {
                classes[point] = number;
            }
        }
    }

    private static int Hex(string word) => int.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(CanonicalData).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its part {Resource}.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n')];
    }
}
