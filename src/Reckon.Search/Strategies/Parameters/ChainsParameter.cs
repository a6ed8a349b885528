using System.Collections.Immutable;

namespace Reckon.Search.Strategies.Parameters;

/// <summary>
/// How many chains share n answers: the sequential to parallel ratio of the paper (Snell et al. 2024, table 1), since chains are
/// n / chains answers long. A sweep may write <c>all</c> for every number that divides n.
/// </summary>
/// <param name="Name">See <see cref="StrategyParameter"/>.</param>
/// <param name="Description">See <see cref="StrategyParameter"/>.</param>
public sealed record ChainsParameter(string Name, string Description) : StrategyParameter(Name, Description)
{
    private readonly WholeNumberParameter _number = new(Name, Description, 1, 10_000, 1);

    /// <inheritdoc/>
    public override ParameterValue? DefaultValue => _number.DefaultValue;

    /// <inheritdoc/>
    public override string Expected => $"{_number.Expected}, or {AllWord} (each that divides n)";

    /// <inheritdoc/>
    public override ParameterValue Example => _number.Example;

    /// <inheritdoc/>
    public override string? AllWord => "all";

    /// <inheritdoc/>
    public override ImmutableArray<ParameterValue> AllFor(int n) =>
        [.. Enumerable.Range(1, n).Where(chains => n % chains == 0).Select(chains => (ParameterValue)chains)];

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => _number.Allows(value);

    /// <inheritdoc/>
    public override ParameterValue? Parse(string text) => _number.Parse(text);
}
