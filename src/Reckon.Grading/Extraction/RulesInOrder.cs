namespace Reckon.Grading.Extraction;

/// <summary>
/// Tries rules one after the other on what stands behind the last thought. The first that finds an answer, or finds one
/// broken off, decides.
/// </summary>
/// <exception cref="ArgumentException">There is no rule of some name.</exception>
public sealed class RulesInOrder(ExtractionRules rules) : IAnswerExtractor
{
    private readonly (string Name, IAnswerExtractor Rule)[] _rules =
        [.. rules.Names.Select(name => (name, AnswerExtractors.Named(name)))];

    /// <inheritdoc/>
    public ExtractionResult Find(Completion completion)
    {
        var spoken = completion.Spoken();
        foreach (var (name, rule) in _rules)
        {
            if (rule.Find(spoken) is { Status: not ExtractionStatus.NoAnswer } found)
            {
                return found with { Rule = name };
            }
        }

        return spoken.IsCut ? ExtractionResult.Truncated : ExtractionResult.None;
    }
}
