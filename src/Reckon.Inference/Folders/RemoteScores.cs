using Reckon.Inference.Judging;

namespace Reckon.Inference.Folders;

/// <summary>How a verifier on a server is asked, and how its answer becomes a score.</summary>
/// <param name="Route">What is asked.</param>
/// <param name="Head">What a value is; null where it is a score in [0, 1], or two classes.</param>
public sealed record RemoteScores(ScoreRoute Route, HeadKind? Head)
{
    /// <summary>The label that says that a step is right, of <see cref="ScoreRoute.Labels"/>.</summary>
    public int Good { get; init; }

    /// <summary>The label that says that it is not.</summary>
    public int Bad { get; init; }

    /// <summary>The token that ends a step, where it is one: the server may give values only there.</summary>
    public int? Marker { get; init; }

    /// <summary>Whether the server may judge whole texts only: each step's end is a text of its own.</summary>
    public bool IsWhole { get; init; }
}
