namespace Reckon.Dashboard.Text;

/// <summary>A part of a foreign text.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="IsSpelled">Whether it is the number of a character that must not be shown itself.</param>
public readonly record struct InertPart(string Text, bool IsSpelled);
