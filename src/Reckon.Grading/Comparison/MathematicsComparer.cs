using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>Compares mathematics by meaning.</summary>
public sealed class MathematicsComparer(AnswerPolicy policy) : IAnswerComparer
{
    /// <inheritdoc/>
    public string Key(string answer) => MathAnswer.Parse(answer, policy).Key;

    /// <inheritdoc/>
    public IReadOnlyList<string?> GroupKeys(IReadOnlyList<string?> answers)
    {
        var read = new Dictionary<string, MathAnswer>(StringComparer.Ordinal);
        return AnswerGroups.Keys([.. answers.Select(answer => answer is null ? null : Read(read, answer))], policy);
    }

    /// <inheritdoc/>
    public Grade Compare(string reference, string answer)
    {
        var given = MathAnswer.Parse(answer, policy);
        return (MathEquivalence.Compare(MathAnswer.Parse(reference, policy), given, policy), given.Status) switch
        {
            (Equivalence.Equal, _) => new Grade(true, GradeStatus.Graded),
            (_, AnswerStatus.Empty) => new Grade(false, GradeStatus.NoAnswer),
            (_, AnswerStatus.Unparsable) => new Grade(false, GradeStatus.Unparsable),
            (Equivalence.Undecided, _) => new Grade(false, GradeStatus.Undecided),
            _ => new Grade(false, GradeStatus.Graded),
        };
    }

    private MathAnswer Read(Dictionary<string, MathAnswer> read, string answer) =>
        read.TryGetValue(answer, out var seen) ? seen : read[answer] = MathAnswer.Parse(answer, policy);

    /// <inheritdoc/>
    public string? Misses(string reference) => MathAnswer.Parse(reference, policy).Status switch
    {
        AnswerStatus.Parsed => null,
        AnswerStatus.TooComplex => "mathematics within the limits of length and size",
        _ => "mathematics, or a word",
    };
}
