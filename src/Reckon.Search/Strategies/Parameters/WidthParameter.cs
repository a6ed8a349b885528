using System.Collections.Immutable;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>
/// A whole number, or the word <c>sqrt</c>, which stands for the square root of n, rounded down: the paper's two choices of a beam's width.
/// </summary>
/// <param name="Name">See <see cref="StrategyParameter"/>.</param>
/// <param name="Description">See <see cref="StrategyParameter"/>.</param>
/// <param name="Min">The smallest number allowed; at most 1, so that the square root of any n is.</param>
/// <param name="Max">The largest number allowed.</param>
public sealed record WidthParameter(string Name, string Description, int Min, int Max) : StrategyParameter(Name, Description)
{
    /// <summary>The word.</summary>
    public const string SquareRoot = "sqrt";

    private readonly WholeNumberParameter _number = new(Name, Description, Min, Max);

    /// <inheritdoc/>
    public override ParameterValue? DefaultValue => null;

    /// <inheritdoc/>
    public override string Expected => $"{_number.Expected}, or {SquareRoot} (the square root of n, rounded down)";

    /// <inheritdoc/>
    public override ImmutableArray<string> Choices => [SquareRoot];

    /// <inheritdoc/>
    public override bool TakesNumbers => true;

    /// <inheritdoc/>
    public override ParameterValue Example => Min;

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => value.Choice == SquareRoot || _number.Allows(value);

    /// <inheritdoc/>
    public override ParameterValue? Parse(string text) => text == SquareRoot ? text : _number.Parse(text);

    /// <summary>The width <paramref name="number"/>, where it is in range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public int Checked(int number) => _number.Checked(number);

    /// <summary>The width that <paramref name="value"/> is for a search of <paramref name="n"/> generations.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal int Of(ParameterValue value, int n) => value switch
    {
        { Choice: SquareRoot } => (int)Math.Sqrt(n),
        { Number: { } number } when _number.Allows(value) => (int)number,
        _ => throw new ArgumentException($"{Name} must be {Expected}, not {value}.", nameof(value)),
    };
}
