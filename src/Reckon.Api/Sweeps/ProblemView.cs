using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>One problem of a sweep, and how far it is.</summary>
/// <param name="Place">Its place in the dataset's order, from 0.</param>
/// <param name="Id">Its id.</param>
/// <param name="Subject">The dataset's topic; empty where it has none.</param>
/// <param name="Level">The dataset's own difficulty; 0 where it has none.</param>
/// <param name="Phase">Where it is in its life.</param>
/// <param name="Done">Its trials with an outcome.</param>
/// <param name="Failed">Its trials that ended without one; 0 before it is done.</param>
/// <param name="Correct">Of its trials, those that answered right, for each way of choosing in the sweep file's order.</param>
/// <param name="Tokens">Tokens, of proposer and verifier, that its finished trials were charged.</param>
/// <param name="Digest">The same for two problems that are asked and graded alike.</param>
public sealed record ProblemView(
    int Place, string Id, string Subject, int Level, ProblemPhase Phase, int Done, int Failed, ImmutableArray<int> Correct, long Tokens,
    string Digest)
{
    /// <summary>The most that one page of them holds.</summary>
    public const int MostOfPage = 1_000;
}
