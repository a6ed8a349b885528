using System.Globalization;

namespace Reckon.Dashboard.Text;

/// <summary>Numbers as people read them. Pure.</summary>
public static class Figures
{
    private const double Kilo = 1_000;
    private const int CommitDigits = 8;
    private static readonly string[] _prefixes = ["", " k", " M", " G", " T", " P", " E"];

    /// <summary>A share in per cent with one decimal, without the sign.</summary>
    public static string Percent(double share) => Text($"{100 * share:0.0}");

    /// <summary>An interval of shares in per cent.</summary>
    public static string Interval(double low, double high) => Text($"{100 * low:0.0} – {100 * high:0.0}");

    /// <summary>A whole number with separators.</summary>
    public static string Count(double number) => Text($"{number:N0}");

    /// <summary>A number with three digits and a prefix, such as <c>4.17 G</c>.</summary>
    public static string Brief(double number)
    {
        var size = 0;
        while (Math.Abs(number) >= Kilo && size < _prefixes.Length - 1)
        {
            (number, size) = (number / Kilo, size + 1);
        }

        var digits = Math.Abs(number) switch { >= 100 => "0", >= 10 => "0.#", _ => "0.##" };
        return number.ToString(digits, CultureInfo.InvariantCulture) + _prefixes[size];
    }

    /// <summary>A score with three decimals.</summary>
    public static string Score(double score) => Text($"{score:0.000}");

    /// <summary>A time in its two largest units, such as <c>2 h 5 min</c>.</summary>
    public static string Time(TimeSpan time) => time switch
    {
        { TotalDays: >= 1 } => Text($"{(int)time.TotalDays} d {time.Hours} h"),
        { TotalHours: >= 1 } => Text($"{time.Hours} h {time.Minutes} min"),
        { TotalMinutes: >= 1 } => Text($"{time.Minutes} min {time.Seconds} s"),
        { TotalSeconds: >= 10 } => Text($"{time.TotalSeconds:0} s"),
        _ => Text($"{time.TotalSeconds:0.0} s"),
    };

    /// <summary>A moment, in UTC.</summary>
    public static string Moment(DateTimeOffset moment) => Text($"{moment.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");

    /// <summary>A build, with as much of its commit as tells it from others.</summary>
    public static string Build(string program) =>
        program.IndexOf('+', StringComparison.Ordinal) is var commit and >= 0 && program.Length > commit + CommitDigits
            ? program[..(commit + CommitDigits + 1)]
            : program;

    /// <summary>Which of eleven shades a share or score in [0, 1] has: 0 for none of it, 10 for all of it.</summary>
    public static int Shade(double share) => (int)Math.Round(10 * Math.Clamp(share, 0, 1), MidpointRounding.AwayFromZero);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
