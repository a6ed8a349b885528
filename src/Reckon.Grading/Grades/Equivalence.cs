namespace Reckon.Grading.Grades;

/// <summary>Whether two answers are the same.</summary>
public enum Equivalence
{
    /// <summary>They differ.</summary>
    NotEqual,

    /// <summary>They are the same.</summary>
    Equal,

    /// <summary>It could not be decided: one of them is not understood or too complex, or evaluation has no value.</summary>
    Undecided,
}
