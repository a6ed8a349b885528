namespace Reckon.Grading.Extraction;

/// <summary>
/// Tries rules in their order on the text after the last thought. The first rule that finds an answer, or one that is broken
/// off, decides.
/// </summary>
/// <exception cref="ArgumentException">A name is no rule's.</exception>
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
