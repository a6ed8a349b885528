namespace Reckon.Benchmarks.Scale;

/// <summary>The times of a 7B proposer and verifier on one H200, as they were measured.</summary>
internal static class FleetPace
{
    public const int Rows = 64;
    public const int StepTokens = 40;
    public const int Depth = 8;

    public static readonly TimeSpan Prefill = TimeSpan.FromMilliseconds(5);
    public static readonly TimeSpan Token = TimeSpan.FromMilliseconds(12);
    public static readonly TimeSpan Judging = TimeSpan.FromMilliseconds(5); // Up to 64 continuations.

    /// <summary>How long a step takes a row.</summary>
    public static TimeSpan Step => Prefill + (StepTokens * Token);
}
