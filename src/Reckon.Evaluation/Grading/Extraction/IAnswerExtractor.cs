namespace Reckon.Evaluation;

/// <summary>One rule that finds an answer in a text. Pure: the same text, the same answer, on any thread; never throws.</summary>
public interface IAnswerExtractor
{
    /// <summary>What the rule finds in <paramref name="text"/>.</summary>
    Extraction Find(ReadOnlySpan<char> text);
}
