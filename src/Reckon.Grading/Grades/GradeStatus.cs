namespace Reckon.Grading.Grades;

/// <summary>How a verdict came about.</summary>
public enum GradeStatus
{
    /// <summary>The answer was compared with the reference.</summary>
    Graded,

    /// <summary>No solution gave an answer: counted as not correct, and apart.</summary>
    NoAnswer,

    /// <summary>The answer is not what the dataset's answers are, such as a word where whole numbers are: not correct, and apart.</summary>
    Unparsable,

    /// <summary>Whether the answer equals the reference could not be decided: not counted as correct, and apart.</summary>
    Undecided,
}
