namespace Reckon.Grading.Extraction;

/// <summary>
/// Tries rules in their order on the text after the last thought. The first rule that finds an answer decides. One that finds an answer
/// broken off ends the search, too: only rules that look anywhere are tried after it, on the whole text.
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
        var broken = default(ExtractionResult?);
        foreach (var (name, rule) in _rules)
        {
            var isAnywhere = rule is AnywhereExtractor;
            if (broken is not null && !isAnywhere)
            {
                continue;
            }

            var found = rule.Find(isAnywhere ? completion : spoken) with { Rule = name };
            if (found.Text is not null)
            {
                return found;
            }

            broken ??= found.Status == ExtractionStatus.Truncated ? found : null;
        }

        return broken ?? (spoken.IsCut ? ExtractionResult.Truncated : ExtractionResult.None);
    }
}
