using System.Collections.Immutable;

namespace Reckon.Evaluation.Statistics;

/// <summary>The whole answers that one trial drew for its problem, independently of each other.</summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="Candidates">In the order of drawing; what a token limit cut off is among them, without an answer.</param>
public sealed record CandidatePool(string ProblemId, long Seed, ImmutableArray<PooledCandidate> Candidates);
