namespace Reckon.Benchmarks.Scale;

/// <summary>What is measured: so many workers for so long, with beam search or with best-of-N.</summary>
internal sealed record ScaleShape(int Workers, int Seconds, bool IsBeam);
