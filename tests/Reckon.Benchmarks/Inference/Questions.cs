using Reckon.Search;

namespace Reckon.Benchmarks.Inference;

/// <summary>What the engines are asked in benchmarks.</summary>
internal static class Questions
{
    /// <summary>As in the shipped sweep.</summary>
    public static Sampling Sampling { get; } = new(Temperature: 0.8, MaxStepTokens: 64, MaxAnswerTokens: 200);

    /// <summary>Problems of several steps, at once easy and hard for the shipped proposer.</summary>
    public static IReadOnlyList<Problem> Problems { get; } =
    [
        new("b1", "Compute 2*(7+3)+11*7.", "97", "arithmetic", 2),
        new("b2", "Solve 8(z+9)+9=33.", "-6", "equations", 3),
        new("b3", "Compute 12+30*(4+5)-7.", "275", "arithmetic", 3),
        new("b4", "Compute 3*(17+3)+21*7.", "207", "arithmetic", 3),
    ];
}
