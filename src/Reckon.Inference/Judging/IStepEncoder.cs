using System.Collections.Immutable;
using Reckon.Inference.Prefixes;
using Reckon.Search;
using Reckon.Search.Drawing;

namespace Reckon.Inference.Judging;

/// <summary>Writes steps in the form that a verifier reads: each in ids of its own, whose last has the score.</summary>
public interface IStepEncoder
{
    /// <summary>The ids of a step that another may follow.</summary>
    /// <param name="step">The step.</param>
    /// <param name="index">Steps before it.</param>
    internal Chunk Encode(Step step, int index);

    /// <summary>The ids of each step of a continuation.</summary>
    /// <param name="proposal">The continuation.</param>
    /// <param name="first">Steps before it.</param>
    internal ImmutableArray<Chunk> Encode(Proposal proposal, int first);
}
