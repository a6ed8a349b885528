using System.Collections.Frozen;

namespace Reckon.Grading.Latex;

/// <summary>
/// The units that are known, by all their spellings. A word that is none is a decoration without meaning: 18 ways are 18
/// arrangements, but 12 cm are not 12 m.
/// </summary>
internal static class Units
{
    public const string Degree = "°";
    public const string Percent = "%";

    private static readonly FrozenDictionary<string, string> _names = Table(
        "mm millimeter millimeters millimetre millimetres", "cm centimeter centimeters centimetre centimetres", "m meter meters metre metres",
        "km kilometer kilometers kilometre kilometres", "in inch inches", "ft foot feet", "yd yard yards", "mi mile miles",
        "mg milligram milligrams", "g gm gram grams", "kg kilogram kilograms", "lb lbs pound pounds", "oz ounce ounces", "ton tons",
        "ml mL milliliter milliliters", "L l liter liters litre litres", "gal gallon gallons", "s sec secs second seconds",
        "min mins minute minutes", "h hr hrs hour hours", "day days", "week weeks", "month months", "year years", "mph", "kph kmh",
        "$ dollar dollars", "¢ cent cents", "€ euro euros", "£ pence", "yuan", "° degree degrees deg", "% percent pct percentage", "rad radian radians",
        "am", "pm", "unit units");

    /// <summary>The unit of a word, or null.</summary>
    public static string? Of(string word) => _names.GetValueOrDefault(word);

    /// <summary>
    /// The one spelling of a phrase, such as <c>cm^2</c> for "square centimeters": null when a word of it is not known.
    /// "units" says nothing and is null too.
    /// </summary>
    public static string? OfPhrase(IReadOnlyList<string> words)
    {
        var parts = new List<string>(words.Count);
        var exponent = "";
        foreach (var word in words)
        {
            switch (word)
            {
                case "square" or "sq":
                    exponent = "^2";
                    break;
                case "cubic" or "cu":
                    exponent = "^3";
                    break;
                case "per":
                    parts.Add("/");
                    break;
                case "of" or "a" or "an":
                    return null;
                default:
                    var isSign = word is "/" || word[0] == '^';
                    if ((isSign ? word : Of(word)) is not { } part || part == "unit")
                    {
                        return null;
                    }

                    parts.Add(part + (isSign ? "" : exponent));
                    exponent = isSign ? exponent : "";
                    break;
            }
        }

        var unit = string.Concat(parts);
        return unit switch
        {
            "" => null,
            "mi/h" => "mph",
            "km/h" => "kph",
            _ => unit,
        };
    }

    private static FrozenDictionary<string, string> Table(params string[] rows) => rows
        .Select(row => row.Split(' '))
        .SelectMany(row => row.Select(name => (Name: name, Unit: row[0])))
        .ToFrozenDictionary(row => row.Name, row => row.Unit, StringComparer.Ordinal);
}
