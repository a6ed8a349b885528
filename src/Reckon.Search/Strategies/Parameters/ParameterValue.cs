using System.Globalization;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>The value of one parameter: a number, or the name of a choice. The default is the number 0.</summary>
public readonly record struct ParameterValue
{
    private readonly double _number;
    private readonly string? _choice;

    private ParameterValue(double number, string? choice) => (_number, _choice) = (number + 0.0, choice); // −0 and 0 are one value.

    /// <summary>The number; null where this is a choice.</summary>
    public double? Number => _choice is null ? _number : null;

    /// <summary>The name of the choice; null where this is a number.</summary>
    public string? Choice => _choice;

    /// <summary>The number <paramref name="number"/>; an <see cref="int"/> converts to it without loss.</summary>
    public static implicit operator ParameterValue(double number) => FromDouble(number);

    /// <summary>The choice named <paramref name="choice"/>.</summary>
    public static implicit operator ParameterValue(string choice) => FromString(choice);

    /// <summary>The number <paramref name="number"/>.</summary>
    public static ParameterValue FromDouble(double number) => new(number, null);

    /// <summary>The choice named <paramref name="choice"/>.</summary>
    public static ParameterValue FromString(string choice) => new(0, choice);

    /// <summary>The shortest text that gives the value back, the same in every culture.</summary>
    public override string ToString() => _choice ?? _number.ToString(CultureInfo.InvariantCulture);
}
