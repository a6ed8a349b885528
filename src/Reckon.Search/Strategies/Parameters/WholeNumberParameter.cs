using System.Globalization;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>A whole number.</summary>
/// <param name="Name">See <see cref="StrategyParameter"/>.</param>
/// <param name="Description">See <see cref="StrategyParameter"/>.</param>
/// <param name="Min">The smallest value allowed.</param>
/// <param name="Max">The largest value allowed.</param>
/// <param name="Default">The value where a sweep says nothing; null when a sweep must say.</param>
public sealed record WholeNumberParameter(string Name, string Description, int Min, int Max, int? Default = null)
    : StrategyParameter(Name, Description)
{
    /// <inheritdoc/>
    public override ParameterValue? DefaultValue => Default;

    /// <inheritdoc/>
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a whole number from {Min} to {Max}");

    /// <inheritdoc/>
    public override ParameterValue Example => Default ?? Min;

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) =>
        value.Number is { } number && number >= Min && number <= Max && double.IsInteger(number);

    /// <inheritdoc/>
    public override ParameterValue? Parse(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? IfAllowed(number)
            : default(ParameterValue?);

    /// <summary>The value <paramref name="number"/>, where it is in range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public int Checked(int number) =>
        Allows(number) ? number : throw new ArgumentOutOfRangeException(Name, number, $"{Name} must be {Expected}.");
}
