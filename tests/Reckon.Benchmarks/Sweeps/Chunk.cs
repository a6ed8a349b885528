namespace Reckon.Benchmarks.Sweeps;

/// <summary>One run of the verifier: what the slot held, and what was read after it.</summary>
/// <param name="Start">Tokens held before.</param>
/// <param name="Length">Tokens read, at least 1.</param>
internal readonly record struct Chunk(int Start, int Length);
