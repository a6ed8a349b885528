namespace Reckon.Search.Strategies;

/// <summary>What searches of a strategy ask for beside draws. See the properties of the same names in <see cref="StrategyDefinition"/>.</summary>
/// <param name="Scores">Scores of a verifier.</param>
/// <param name="Answers">Which answers are equal.</param>
/// <param name="Revisions">A proposer that revises answers.</param>
public readonly record struct StrategyNeeds(bool Scores, bool Answers, bool Revisions)
{
    /// <summary>All that either needs.</summary>
    public StrategyNeeds Or(StrategyNeeds other) =>
        new(Scores || other.Scores, Answers || other.Answers, Revisions || other.Revisions);
}
