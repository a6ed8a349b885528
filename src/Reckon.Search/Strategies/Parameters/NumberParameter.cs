using System.Globalization;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>A number that may have a fraction.</summary>
/// <param name="Name">See <see cref="StrategyParameter"/>.</param>
/// <param name="Description">See <see cref="StrategyParameter"/>.</param>
/// <param name="Min">The smallest value allowed; finite.</param>
/// <param name="Max">The largest value allowed; finite.</param>
/// <param name="Default">The value where a sweep says nothing; null when a sweep must say.</param>
public sealed record NumberParameter(string Name, string Description, double Min, double Max, double? Default = null)
    : StrategyParameter(Name, Description)
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <inheritdoc/>
    public override ParameterValue? DefaultValue => Default;

    /// <inheritdoc/>
    public override string Expected => string.Create(CultureInfo.InvariantCulture, $"a number from {Min} to {Max}");

    /// <inheritdoc/>
    public override ParameterValue Example => Default ?? Min;

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => value.Number is { } number && number >= Min && number <= Max;

    /// <inheritdoc/>
    public override ParameterValue? Parse(string text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) ? IfAllowed(number) : default(ParameterValue?);
}
