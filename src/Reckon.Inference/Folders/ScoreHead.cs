using Reckon.Inference.Judging;

namespace Reckon.Inference.Folders;

/// <summary>How the output of a graph becomes a score at every position.</summary>
/// <param name="Output">The graph's output.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Good">The place in it that says that a step is right.</param>
/// <param name="Bad">The place that says that it is not.</param>
public sealed record ScoreHead(string Output, HeadKind Kind, int Good, int Bad);
