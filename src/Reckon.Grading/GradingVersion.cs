namespace Reckon.Grading;

/// <summary>The version of grading.</summary>
public static class GradingVersion
{
    /// <summary>
    /// Raised whenever the program finds other answers in the same text, or tells other answers to be equal. What was drawn and judged
    /// stays: it is graded anew.
    /// </summary>
    public const int Current = 5;
}
