namespace Reckon.Evaluation;

/// <summary>How the answers of a dataset are found in a solution and compared.</summary>
/// <param name="Extraction">The rule that finds an answer; one of <see cref="Extractions"/>.</param>
/// <param name="Kind">What the answers are.</param>
public sealed record AnswerFormat(string Extraction, AnswerKind Kind)
{
    /// <summary>The answer stands behind the last <c>####</c>, up to the end of its line: the convention of GSM8K.</summary>
    public const string HashMarks = "####";

    /// <summary>What is used for a dataset that does not say.</summary>
    public static AnswerFormat Default { get; } = new(HashMarks, AnswerKind.WholeNumber);

    /// <summary>The rules that there are.</summary>
    public static IReadOnlyList<string> Extractions { get; } = [HashMarks];
}
