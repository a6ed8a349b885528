using System.Collections.Immutable;
using Reckon.Evaluation.Trees;

namespace Reckon.Cli.Results;

/// <summary>The trees of one problem, with the sweep that they are of.</summary>
/// <param name="Sweep">The sweep.</param>
/// <param name="Lines">The trees as they are kept.</param>
/// <param name="Trees">The same, read.</param>
internal sealed record ShownTrees(SweepRecord Sweep, ImmutableArray<string> Lines, ProblemTrees Trees);
