namespace Reckon.Evaluation.Tests.Conformance;

/// <summary>How a choice compares with the one that another program made.</summary>
internal enum Difference
{
    /// <summary>It is the same.</summary>
    None,

    /// <summary>It is the same, but the other program printed it without some of its letters and signs.</summary>
    Print,

    /// <summary>No completion gives the answer that the other program printed: it read one in another way.</summary>
    Reading,

    /// <summary>It would be the same if only equal texts were equal answers: the other program did not see that two are one.</summary>
    Grouping,

    /// <summary>The other program gives ties to the completion that was drawn first, not to the answer that was given first.</summary>
    Tie,

    /// <summary>The other program chose a completion without an answer, which here takes no part.</summary>
    Missing,

    /// <summary>None of these.</summary>
    Other,
}
