using Reckon.Grading.Extraction;

namespace Reckon.Grading.Formats;

/// <summary>How the answers of a dataset are found in a solution and compared.</summary>
/// <param name="Extraction">The rules that find an answer.</param>
/// <param name="Kind">What the answers are.</param>
public sealed record AnswerFormat(ExtractionRules Extraction, AnswerKind Kind)
{
    /// <summary>What is used for a dataset that does not say.</summary>
    public static AnswerFormat Default { get; } = new(AnswerExtractors.HashMarks, AnswerKind.WholeNumber);

    /// <summary>What counts as the same answer; of use to <see cref="AnswerKind.Mathematics"/> alone.</summary>
    public AnswerPolicy Policy { get; init; } = AnswerPolicy.Default;
}
