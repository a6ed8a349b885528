namespace Reckon.Evaluation;

/// <summary>Whether a solution gives an answer.</summary>
public enum ExtractionStatus
{
    /// <summary>It does.</summary>
    Answered,

    /// <summary>It does not.</summary>
    NoAnswerFound,
}
