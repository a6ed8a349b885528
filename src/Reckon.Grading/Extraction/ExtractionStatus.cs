namespace Reckon.Grading.Extraction;

/// <summary>Whether a solution gives an answer.</summary>
public enum ExtractionStatus
{
    /// <summary>It does.</summary>
    Answered,

    /// <summary>It does not.</summary>
    NoAnswer,

    /// <summary>It gives several that differ and belong together, such as both roots, each in a box: they count as one list.</summary>
    Several,

    /// <summary>The text ends inside its answer, or before it; nothing earlier in the text is taken instead.</summary>
    Truncated,
}
