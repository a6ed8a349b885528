namespace Reckon.Grading.Extraction;

/// <summary>
/// One rule that finds an answer in a text. Pure: the same text, the same answer, on any thread; never throws; takes time
/// that grows with the text's length and no faster.
/// </summary>
public interface IAnswerExtractor
{
    /// <summary>The longest answer, in characters: what is longer is prose, and is passed over.</summary>
    const int LongestAnswer = 4_096;

    /// <summary>What the rule finds in <paramref name="completion"/>.</summary>
    ExtractionResult Find(Completion completion);
}
