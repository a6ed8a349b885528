namespace Reckon.Grading;

/// <summary>The version of grading.</summary>
public static class GradingVersion
{
    /// <summary>
    /// Raised whenever the program finds other answers in the same text, tells other answers to be equal, or lets other solutions vote.
    /// What was drawn and judged stays: it is graded anew.
    /// </summary>
    public const int Current = 5;
}
