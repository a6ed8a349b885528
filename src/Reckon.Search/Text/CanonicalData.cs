using System.Globalization;

namespace Reckon.Search.Text;

/// <summary>What Unicode says of characters that are made of others.</summary>
/// <param name="Classes">The canonical combining class of marks; of others it is 0.</param>
/// <param name="Decomposed">What a character is made of: one or two, which may be made of others themselves. No syllables of Hangul.</param>
/// <param name="Composed">What two characters become; without those that Unicode excludes.</param>
internal sealed record CanonicalData(
    Dictionary<int, int> Classes, Dictionary<int, int[]> Decomposed, Dictionary<(int First, int Second), int> Composed)
{
    /// <summary>Reads the table that <c>canonical.py</c> writes: a line holds a character, its class, what it is made of, and "=" or not.</summary>
    public static CanonicalData Read()
    {
        var data = new CanonicalData([], [], []);
        using var stream = typeof(CanonicalData).Assembly.GetManifestResourceStream("canonical.txt")!; // The project embeds it.
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var fields = line.Split(' ');
            var (point, order) = (Hex(fields[0]), int.Parse(fields[1], CultureInfo.InvariantCulture));
            if (order > 0)
            {
                data.Classes[point] = order;
            }

            var isPair = fields[^1] == "=";
            int[] parts = [.. fields[2..(isPair ? ^1 : ^0)].Select(Hex)];
            if (parts.Length > 0)
            {
                data.Decomposed[point] = parts;
            }

            if (isPair)
            {
                data.Composed[(parts[0], parts[1])] = point;
            }
        }

        return data;
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
