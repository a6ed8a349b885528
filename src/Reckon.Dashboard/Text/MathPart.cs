namespace Reckon.Dashboard.Text;

/// <summary>A part of a text that may hold mathematics.</summary>
/// <param name="Text">The part as it was written, delimiters included.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Delimiter">Characters at each end that only say that a formula begins or ends; 0 for words.</param>
public readonly record struct MathPart(string Text, MathKind Kind, int Delimiter);
