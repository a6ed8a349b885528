using System.Collections.Frozen;
using System.Globalization;

namespace Reckon.Grading.Latex;

/// <summary>
/// The units that are known, by all their spellings. A word that is none is a decoration without meaning: 18 ways are 18
/// arrangements, but 12 cm are not 12 m.
/// </summary>
internal static class Units
{
    public const string Degree = "°";
    public const string Percent = "%";

    // What says nothing: 6 square units are 6.
    private const string Unnamed = "unit";

    private static readonly FrozenDictionary<string, string> _names = Table(
        "mm millimeter millimeters millimetre millimetres", "cm centimeter centimeters centimetre centimetres",
        "m meter meters metre metres", "km kilometer kilometers kilometre kilometres", "nm nanometer nanometers",
        "in inch inches", "ft foot feet", "yd yard yards", "mi mile miles", "acre acres", "ha hectare hectares",
        "mg milligram milligrams", "g gm gram grams", "kg kilogram kilograms", "lb lbs pound pounds", "oz ounce ounces", "ton tons",
        "mol mole moles", "ml mL milliliter milliliters", "L l liter liters litre litres", "gal gallon gallons",
            "s sec secs second seconds",
        "ms millisecond milliseconds", "min mins minute minutes", "h hr hrs hour hours", "day days", "week weeks", "month months",
        "year years", "mph", "kph kmh", "N newton newtons", "kN", "MN", "J joule joules", "kJ", "MJ", "W watt watts", "kW", "MW", "mW",
            "kWh",
        "V volt volts", "K kelvin", "Hz hertz", "kHz", "MHz", "GHz", "Pa pascal pascals", "kPa", "cal calorie calories", "kcal",
        "$ dollar dollars", "¢ cent cents", "€ euro euros", "£ pence", "yuan", "° degree degrees deg", "% percent pct percentage",
        "rad radian radians", "am", "pm", "unit units");

    /// <summary>Whether both are degrees, of which one does not say what of: 20° and 20 °C.</summary>
    public static bool AreDegrees(string? one, string? other) => (one == Degree || other == Degree)
        && one?.StartsWith(Degree, StringComparison.Ordinal) == true && other?.StartsWith(Degree, StringComparison.Ordinal) == true;

    /// <summary>The unit of a word, or null.</summary>
    public static string? Of(string word) => _names.GetValueOrDefault(word);

    /// <summary>
    /// The one spelling of the unit with which a phrase begins, such as <c>cm^2</c> for "square centimeters of paper" and <c>m/s^2</c> for
    /// "m / s ^2"; null when it begins with none. "units" says nothing and is null too. Words may be <c>/</c>, <c>*</c> and exponents.
    /// </summary>
    public static string? OfPhrase(IReadOnlyList<string> words)
    {
        var factors = new List<(string Unit, int Exponent)>(words.Count);
        var (power, sign) = (1, 1);
        for (var index = 0; index < words.Count; index++)
        {
            var word = words[index];
            if (word[0] == '^')
            {
                if (factors.Count == 0
                    || !int.TryParse(word.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
                {
                    return null;
                }

                factors[^1] = factors[^1] with { Exponent = factors[^1].Exponent * exponent };
            }
            else if (word is "per" or "/")
            {
                sign = -1;
            }
            else if (Power(word) is { } number)
            {
                power = number;
            }
            else if (word != "*")
            {
                // "in total" is no inch.
                var isPreposition = word == "in" && index + 1 < words.Count && words[index + 1] is not ("per" or "/" or "*")
                    && words[index + 1][0] != '^';
                if (isPreposition || Of(word) is not { } unit)
                {
                    break;
                }

                factors.Add((unit, sign * power));
                (power, sign) = (1, 1);
            }
        }

        return factors.Count == 0 || factors.Exists(factor => factor.Unit == Unnamed) ? null : Spelling(factors);
    }

    /// <summary>
    /// The unit of a product, or of a quotient where <paramref name="sign"/> is -1; null where they cancel or do not multiply.
    /// </summary>
    public static string? OfProduct(string left, string right, int sign)
    {
        if (left is Percent or "am" or "pm" || right is Percent or "am" or "pm" || left.StartsWith(Degree, StringComparison.Ordinal)
            || right.StartsWith(Degree, StringComparison.Ordinal))
        {
            return null;
        }

        var factors = Factors(left).Concat(Factors(right).Select(factor => factor with { Exponent = factor.Exponent * sign })).ToList();
        return Spelling(factors) is { Length: > 0 } unit ? unit : null;
    }

    private static IEnumerable<(string Unit, int Exponent)> Factors(string unit)
    {
        var start = 0;
        unit = unit switch { "mph" => "mi/h", "kph" => "km/h", _ => unit };
        for (var end = 1; end <= unit.Length; end++)
        {
            if (end == unit.Length || unit[end] is '/' or '*')
            {
                var parts = unit[start..end].TrimStart('/', '*').Split('^');
                var sign = unit[start] == '/' ? -1 : 1;
                yield return (parts[0], sign * (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1));
                start = end;
            }
        }
    }

    private static int? Power(string word) => word switch
    {
        "square" or "sq" => 2,
        "cubic" or "cu" => 3,
        _ => null,
    };

    private static string Spelling(List<(string Unit, int Exponent)> factors)
    {
        if (factors is [(var only, 1)])
        {
            return only;
        }

        var powers = factors
            .GroupBy(factor => factor.Unit, (unit, same) => (Unit: unit, Exponent: same.Sum(factor => factor.Exponent)))
            .Where(power => power.Exponent != 0)
            .OrderBy(power => power.Unit, StringComparer.Ordinal)
            .ToArray();
        var top = powers.Where(power => power.Exponent > 0).Select(Raised);
        var bottom = powers.Where(power => power.Exponent < 0).Select(power => $"/{Raised(power)}");
        var unit = string.Join('*', top) + string.Concat(bottom);
        return unit switch
        {
            "mi/h" => "mph",
            "km/h" => "kph",
            _ => unit,
        };
    }

    private static string Raised((string Unit, int Exponent) power) =>
        Math.Abs(power.Exponent) == 1 ? power.Unit : $"{power.Unit}^{Math.Abs(power.Exponent).ToString(CultureInfo.InvariantCulture)}";

    private static FrozenDictionary<string, string> Table(params string[] rows) => rows
        .Select(row => row.Split(' '))
        .SelectMany(row => row.Select(name => (Name: name, Unit: row[0])))
        .ToFrozenDictionary(row => row.Name, row => row.Unit, StringComparer.Ordinal);
}
