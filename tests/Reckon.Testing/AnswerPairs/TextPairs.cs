namespace Reckon.Testing.AnswerPairs;

/// <summary>Units, decorations, words and choices.</summary>
internal static class TextPairs
{
    private static readonly string[][] _units =
    [
        ["cm", "centimeters"], ["m", "meters"], ["km", "kilometers"], ["kg", "kilograms"], ["hours", "hour"], ["minutes", "minute"],
            ["inches", "inch"],
        ["feet", "ft"], ["miles", "mile"], ["dollars", "dollar"], ["cents", "cent"], ["gallons", "gallon"],
    ];

    private static readonly string[] _small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static readonly string[] _tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly string[] _parts =
        ["", "", "half", "third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static readonly string[][] _phrases =
    [
        ["does not exist", "DNE", "The limit does not exist."], ["east", "East"], ["west"], ["odd"], ["even"], ["a cone", "cone", "Cone"],
            ["a cylinder", "cylinder"],
        ["no solution", "No solutions", "no real solution"], ["infinitely many solutions", "infinitely many"], ["Monday", "monday"],
            ["Tuesday"],
        ["undefined", "not defined"], ["increasing"], ["decreasing"], ["Evelyn", "evelyn"], ["ellipse", "an ellipse"],
            ["none of these", "none of the above"],
    ];

    public static Triple Unit(Speller speller)
    {
        var value = speller.Int(1, 999);
        var units = speller.Shuffled(_units);
        var one = Measured(speller, value, units[0]);
        var other = speller.Int(0, 3) == 0 ? $"{value}" : Measured(speller, value, units[0]);
        return new(one, other, speller.Coin ? Measured(speller, value, units[1]) : Measured(speller, value + 1, units[0]));
    }

    public static Triple Rate(Speller speller)
    {
        var value = speller.Int(1, 99);
        var (top, bottom) = (speller.Pick("m", "km", "ft"), speller.Pick("s", "h", "min"));
        string Spelled(int number, string over, string under) => speller.Int(0, 4) switch
        {
            0 => $@"{number}\text{{ {over}/{under}}}",
            1 => $@"{number}\,\frac{{\text{{{over}}}}}{{\text{{{under}}}}}",
            2 => $@"{number}\ \mathrm{{{over}/{under}}}",
            3 => $@"{number}\text{{ {over}}}\cdot\text{{{under}}}^{{-1}}",
            _ => $@"{number} \frac{{\mathrm{{{over}}}}}{{\mathrm{{{under}}}}}",
        };
        return new(Spelled(value, top, bottom), Spelled(value, top, bottom), speller.Coin
            ? Spelled(value + 1, top, bottom)
            : Spelled(value, bottom, top));
    }

    public static Triple Decoration(Speller speller)
    {
        var value = speller.Int(1, 180);
        var (sign, spellings, other) = speller.Int(0, 4) switch
        {
            0 => (@"^\circ", new[] { "", "°", @"^{\circ}", @"\text{ degrees}" }, @"\text{ cm}"),
            1 => (@"\%", ["", "%", @"\text{ percent}"], @"\text{ cm}"),
            2 => (@"\text{ dollars}", ["", ".00", @"\text{ dollars}"], @"\text{ cents}"),
            3 => (@"\text{ ways}", ["", @"\text{ arrangements}", " ways"], ""),
            _ => (@"^{\text{th}}", ["", "th", @"^{\mathrm{th}}"], ""),
        };
        var isSilent = sign is @"\text{ ways}" or @"^{\text{th}}"; // What says nothing differs from nothing.
        return new(
            value + sign, value + speller.Pick(spellings), speller.Coin || isSilent ? value + 1 + sign : value + other);
    }

    public static Triple NumberWord(Speller speller)
    {
        if (speller.Coin)
        {
            int top = speller.Int(1, 9), bottom = speller.Int(2, 10);
            string Part(int count, int of) =>
                $@"\text{{{_small[count]}{speller.Pick(" ", "-")}{(count == 1 ? _parts[of] : of == 2 ? "halves" : _parts[of] + "s")}}}";
            return new(Part(top, bottom), speller.Fraction(top, bottom), speller.Coin
                ? Part(top, bottom == 10 ? 3 : bottom + 1)
                : speller.Fraction(top + 1, bottom));
        }

        var value = speller.Int(1, 999);
        string Spelled(int number) => speller.Coin ? $"{number}" : InWords(speller, number);
        return new(InWords(speller, value), Spelled(value), Spelled(value + 1));
    }

    public static Triple Words(Speller speller)
    {
        var phrases = speller.Shuffled(_phrases);
        string Spelled(string[] spellings) => speller.Coin ? $@"\text{{{speller.Pick(spellings)}}}" : speller.Pick(spellings);
        return new(Spelled(phrases[0]), Spelled(phrases[0]), Spelled(phrases[1]));
    }

    public static Triple Choice(Speller speller)
    {
        var (letter, value) = (speller.Pick('A', 'B', 'C', 'D', 'E'), speller.Int(10, 99));
        string Spelled(char of) => speller.Int(0, 7) switch
        {
            0 => $"({of})",
            1 => $@"\text{{({of})}}",
            2 => $@"\textbf{{({of})}}\ {value}",
            3 => $"{of}) {value} km",
            4 => $"{of}. {value}",
            5 => $@"\text{{({of}) }}{value}",
            6 => $@"\mathrm{{{of}}}",
            _ => $"{of}",
        };
        return new(Spelled(letter), Spelled(letter), Spelled(letter == 'E' ? 'A' : (char)(letter + 1)));
    }

    private static string Measured(Speller speller, int value, string[] spellings)
    {
        var unit = speller.Pick(spellings);
        return speller.Pick($@"{value}\text{{ {unit}}}", $@"{value} \mathrm{{{unit}}}", $@"{value}\,\text{{{unit}}}", $@"{value}\mbox{{ {unit}}}");
    }

    private static string InWords(Speller speller, int value)
    {
        var words = new List<string>();
        if (value >= 100)
        {
            words.Add($"{_small[value / 100]} hundred{(value % 100 > 0 ? speller.Pick("", " and") : "")}");
        }

        var (rest, unit) = (value % 100, value % 10);
        if (rest is > 12 and < 20)
        {
            words.Add(speller.Pick(new[] { "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen" }[rest - 13]));
        }
        else if (rest > 0)
        {
            var sign = speller.Pick("-", " ");
            words.Add(rest <= 12 ? _small[rest] : unit == 0 ? _tens[rest / 10] : $"{_tens[rest / 10]}{sign}{_small[unit]}");
        }

        return $@"\text{{{string.Join(' ', words)}}}";
    }
}
