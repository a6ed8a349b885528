using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>Compares mathematics by meaning.</summary>
public sealed class MathematicsComparer(AnswerPolicy policy) : IAnswerComparer
{
    /// <inheritdoc/>
    public ReadAnswer Read(string text) => MathAnswer.Parse(text, policy);

    /// <inheritdoc/>
    public Equivalence Compare(ReadAnswer reference, ReadAnswer answer) =>
        MathEquivalence.Compare((MathAnswer)reference, (MathAnswer)answer, policy);

    /// <inheritdoc/>
    public IReadOnlyList<string?> GroupKeys(IReadOnlyList<ReadAnswer?> answers) =>
        AnswerGroups.Keys([.. answers.Cast<MathAnswer?>()], policy);

    /// <inheritdoc/>
    public string? ExpectedForm(string reference) => Read(reference).Status switch
    {
        AnswerStatus.Parsed => null,
        AnswerStatus.TooComplex => "mathematics within the limits of length and size",
        _ => "mathematics, or a word",
    };
}
