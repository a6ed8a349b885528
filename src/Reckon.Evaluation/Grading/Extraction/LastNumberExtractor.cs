namespace Reckon.Evaluation;

/// <summary>
/// Takes the last number in the text for the answer. A guess: for datasets whose answers are numbers, behind rules that look
/// for an answer that was marked as one.
/// </summary>
internal sealed class LastNumberExtractor : IAnswerExtractor
{
    /// <inheritdoc/>
    public Extraction Find(Completion completion)
    {
        if (completion.IsCut)
        {
            return Extraction.Truncated; // The last number so far is some number on the way.
        }

        var number = NumberText.Last(completion.Text);
        return number.Length <= IAnswerExtractor.LongestAnswer ? Extraction.Of(number) : Extraction.None;
    }
}
