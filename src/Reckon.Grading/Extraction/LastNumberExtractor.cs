namespace Reckon.Grading.Extraction;

/// <summary>
/// Takes the last number in the text. A guess: for datasets whose answers are numbers, after rules that look for an answer
/// that is marked as one.
/// </summary>
internal sealed class LastNumberExtractor : IAnswerExtractor
{
    /// <inheritdoc/>
    public ExtractionResult Find(Completion completion)
    {
        if (completion.IsCut)
        {
            return ExtractionResult.Truncated; // The last number so far is some number on the way.
        }

        var number = NumberText.Last(completion.Text);
        return number.Length <= IAnswerExtractor.LongestAnswer ? ExtractionResult.Of(number) : ExtractionResult.None;
    }
}
