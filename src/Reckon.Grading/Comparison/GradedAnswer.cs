using Reckon.Grading.Grades;

namespace Reckon.Grading.Comparison;

/// <summary>One text of an answer to a problem: read and graded when first asked for, and never again.</summary>
internal sealed class GradedAnswer
{
    private readonly Lazy<Grade> _grade;

    public GradedAnswer(IAnswerComparer comparer, ReadAnswer reference, string text)
    {
        Read = comparer.Read(text);
        _grade = new Lazy<Grade>(() => GradeOf(comparer.Compare(reference, Read), Read.Status));
    }

    /// <summary>What it was read as.</summary>
    public ReadAnswer Read { get; }

    /// <summary>What came of comparing it with the reference.</summary>
    public Grade Grade => _grade.Value;

    private static Grade GradeOf(Equivalence verdict, AnswerStatus status) => (verdict, status) switch
    {
        (_, AnswerStatus.NoAnswer) => new Grade(false, GradeStatus.NoAnswer),
        (Equivalence.Equal, _) => new Grade(true, GradeStatus.Graded),
        (_, AnswerStatus.Unparsable) => new Grade(false, GradeStatus.Unparsable),
        (Equivalence.Undecided, _) => new Grade(false, GradeStatus.Undecided),
        _ => new Grade(false, GradeStatus.Graded),
    };
}
