namespace Reckon.Grading.Grades;

/// <summary>What became of reading an answer.</summary>
public enum AnswerStatus
{
    /// <summary>It was read as a value.</summary>
    Parsed,

    /// <summary>There is nothing in it.</summary>
    NoAnswer,

    /// <summary>It is no mathematics that is understood here; it equals only what is spelled alike.</summary>
    Unparsable,

    /// <summary>It is longer, deeper or costlier than the limits allow; nothing was decided about it.</summary>
    TooComplex,
}
