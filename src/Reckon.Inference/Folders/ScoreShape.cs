namespace Reckon.Inference.Folders;

/// <summary>Where a process verifier's scores come from.</summary>
/// <param name="Output">The output with one score in [0, 1] per position.</param>
/// <param name="State">The recurrent state besides the KV cache; null for none.</param>
public sealed record ScoreShape(string Output, StateShape? State)
{
    /// <summary>How the graph's own output becomes scores; null where the graph gives scores.</summary>
    public ScoreHead? Head { get; init; }
}
