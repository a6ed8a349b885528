namespace Reckon.Grading.Extraction;

/// <summary>
/// Looks by another rule where no answer is spoken: in thoughts, and before the place at which the text was cut. What the other rule finds
/// broken off there is none.
/// </summary>
internal sealed class AnywhereExtractor(IAnswerExtractor rule) : IAnswerExtractor
{
    /// <inheritdoc/>
    public ExtractionResult Find(Completion completion) =>
        rule.Find(completion.Aloud()) is { Text: not null } found ? found : ExtractionResult.None;
}
