namespace Reckon.Benchmarks.Scale;

/// <summary>What is measured.</summary>
/// <param name="Workers">Workers, all in one process.</param>
/// <param name="Seconds">How long it is measured.</param>
/// <param name="IsBeam">Beam search; else best-of-N.</param>
/// <param name="Coordinators">Coordinator silos, each in a process of its own.</param>
internal sealed record ScaleShape(int Workers, int Seconds, bool IsBeam, int Coordinators);
