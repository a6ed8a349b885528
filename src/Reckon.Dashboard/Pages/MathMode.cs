namespace Reckon.Dashboard.Pages;

/// <summary>Whether a text may hold mathematics.</summary>
public enum MathMode
{
    /// <summary>It holds none.</summary>
    None,

    /// <summary>Words with formulas between delimiters.</summary>
    Text,

    /// <summary>An answer: a formula without delimiters, or words.</summary>
    Answer,
}
