namespace Reckon.Grading.Extraction;

/// <summary>A box in a text.</summary>
/// <param name="Start">Where its command begins.</param>
/// <param name="Content">What is in it.</param>
/// <param name="End">The place behind it.</param>
/// <param name="IsClosed">False when the text ends, or goes on for too long, before the box does; the rest then means nothing.</param>
internal readonly record struct Box(int Start, Range Content, int End, bool IsClosed);
