using System.Collections.Immutable;
using Reckon.Search.Randomness;

namespace Reckon.Search.Running;

/// <summary>A place in the tree of one problem: what has been written so far, and the key of what comes next.</summary>
/// <param name="Problem">The problem being solved.</param>
/// <param name="Seed">The seed of the trial; with the problem's id it keys every draw.</param>
/// <param name="Path">Indices of children from the root: see <see cref="Drawing.ChildIndex"/>.</param>
/// <param name="Steps">The steps of the answer so far: all along the path, or those after the last revision; empty at the root.</param>
public sealed record Prefix(Problem Problem, long Seed, ImmutableArray<int> Path, ImmutableArray<Step> Steps)
{
    /// <summary>
    /// The search that the work belongs to: where many requests wait, each owner gets a fair share. Never changes a result.
    /// Default: no owner.
    /// </summary>
    public string Owner { get; init; } = "";

    /// <summary>
    /// The owner's share where it competes with others, 1 or more: one with 2 gets twice as much of the workers as one with 1. Never
    /// changes a result. Default: 1.
    /// </summary>
    public int Priority { get; init => field = Math.Max(1, value); } = 1;

    /// <summary>Earlier answers to the problem that the next one sees, the oldest first; empty unless it revises them.</summary>
    public ImmutableArray<ImmutableArray<Step>> Earlier { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The key of the random draws for children of this prefix.</summary>
    public RandomKey Key => RandomKey.Root(Seed, Problem.Id).Descend(Path.AsSpan());
}
