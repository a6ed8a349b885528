using Reckon.Search.Strategies.Parameters;

namespace Reckon.Search.Strategies;

/// <summary>
/// A policy. A sweep names its file, and reading the sweep makes a value of what the file says for each n: see <see cref="BinPolicy"/>.
/// </summary>
/// <param name="Name">See <see cref="StrategyParameter"/>.</param>
/// <param name="Description">See <see cref="StrategyParameter"/>.</param>
public sealed record PolicyParameter(string Name, string Description) : StrategyParameter(Name, Description)
{
    /// <inheritdoc/>
    public override ParameterValue? DefaultValue => null;

    /// <inheritdoc/>
    public override string Expected => "the path of a policy file, which a report writes";

    /// <inheritdoc/>
    public override bool TakesNumbers => false;

    /// <inheritdoc/>
    public override ParameterValue Example => "policy probe=1 measure=meanScore cuts= bins=best-of-n weighted";

    /// <inheritdoc/>
    public override string ExampleText => "policy.yaml";

    /// <inheritdoc/>
    public override bool Allows(ParameterValue value) => BinPolicy.Parse(value.Choice) is not null;

    /// <inheritdoc/>
    public override ParameterValue? Parse(string text) => IfAllowed(text);

    /// <summary>Its name alone.</summary>
    public override string TextOf(ParameterValue value) => value.ToString().Split(' ')[0];

    /// <summary>The policy that <paramref name="values"/> hold.</summary>
    public BinPolicy Of(ParameterValues values) =>
        BinPolicy.Parse(values.Find(Name)?.Choice) ?? throw new ArgumentException($"{Name} must be {Expected}.", nameof(values));
}
