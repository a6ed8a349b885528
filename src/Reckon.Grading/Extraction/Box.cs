namespace Reckon.Grading.Extraction;

/// <summary>A box in a text.</summary>
/// <param name="Start">Where its command begins.</param>
/// <param name="Content">What is in it.</param>
/// <param name="End">The place after it.</param>
/// <param name="IsClosed">False when the text ends before the box does, or the box is too long; content and end then mean nothing.</param>
internal readonly record struct Box(int Start, Range Content, int End, bool IsClosed);
