namespace Reckon.Evaluation;

/// <summary>An answer as it was read. Immutable, and safe on any thread.</summary>
public sealed class MathAnswer
{
    private MathAnswer(AnswerStatus status, string key)
    {
        Status = status;
        Key = key;
    }

    /// <summary>Whether it was read.</summary>
    public AnswerStatus Status { get; }

    /// <summary>
    /// The answer's canonical form. Answers with the same key are equal; equal answers have the same key wherever the
    /// canonical form decides. Empty for an empty answer.
    /// </summary>
    public string Key { get; }

    /// <summary>Reads an answer: LaTeX, plain mathematics or a word. Takes any text, and never throws.</summary>
    public static MathAnswer Parse(string text, AnswerPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return string.IsNullOrWhiteSpace(text)
            ? new MathAnswer(AnswerStatus.Empty, "")
            : new MathAnswer(AnswerStatus.Unparsable, text.Trim());
    }
}
