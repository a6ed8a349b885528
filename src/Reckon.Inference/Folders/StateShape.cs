namespace Reckon.Inference.Folders;

/// <summary>A recurrent state, all zeros before the first token.</summary>
/// <param name="Input">The input that takes it.</param>
/// <param name="Output">The output that gives it back.</param>
/// <param name="Size">Numbers per row.</param>
public sealed record StateShape(string Input, string Output, int Size);
