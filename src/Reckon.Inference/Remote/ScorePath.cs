using System.Collections.Immutable;
using Reckon.Inference.Prefixes;

namespace Reckon.Inference.Remote;

/// <summary>A continuation, after the problem and the steps before it.</summary>
/// <param name="before">The ids of those.</param>
/// <param name="steps">The steps to be scored.</param>
internal sealed class ScorePath(ImmutableArray<int> before, ImmutableArray<Chunk> steps)
{
    /// <summary>All of it, with all ends.</summary>
    public ScoreText Whole()
    {
        ImmutableArray<int> ids = [.. before, .. steps.SelectMany(step => step.Tokens)];
        return new ScoreText(ids, [.. Lengths().Select(length => length - 1)]);
    }

    /// <summary>Each step, after all that is before it.</summary>
    public IEnumerable<(ImmutableArray<int> Query, ImmutableArray<int> Item)> Steps()
    {
        var query = before;
        foreach (var step in steps)
        {
            yield return (query, step.Tokens);
            query = query.AddRange(step.Tokens);
        }
    }

    /// <summary>The text up to the end of each step.</summary>
    public IEnumerable<ScoreKey> Texts() => Whole().Keys();

    private IEnumerable<int> Lengths()
    {
        var length = before.Length;
        foreach (var step in steps)
        {
            yield return length += step.Length;
        }
    }
}
