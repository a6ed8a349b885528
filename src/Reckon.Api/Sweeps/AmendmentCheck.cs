using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Amendments;
using Reckon.Evaluation.Documents;
using Reckon.Search;

namespace Reckon.Api.Sweeps;

/// <summary>Compares a sweep that is handed in with the one that has its id.</summary>
internal static class AmendmentCheck
{
    private const int ProblemsAtOnce = 1_000;

    /// <summary>In what the two differ, a line for each; null where the sweep that is there did not say what it is.</summary>
    public static ImmutableArray<SweepChange>? Changes(SweepDetails known, PreparedSweep next) => known.Manifest.Length == 0
        ? null
        : SweepChanges.Between(ManifestJson.Read(known.Manifest).Identity, next.Manifest.Identity);

    /// <summary>Why the sweep cannot be added to the one that is there: a line for each reason; empty where it can.</summary>
    public static async Task<ImmutableArray<string>> RefusalsAsync(ICoordinatorGrain coordinator, SweepDetails known, PreparedSweep next) =>
        Changes(known, next) is { } changes
            ? SweepAmendment.Refusals(changes, await DigestsAsync(coordinator), Digests(next.Problems))
            : ["what the sweep that is there was made of is not known. Submit this one under another id: what was drawn is kept"];

    private static Dictionary<string, string> Digests(IEnumerable<Problem> problems) =>
        problems.ToDictionary(problem => problem.Id, ProblemDigest.Of, StringComparer.Ordinal);

    private static async Task<Dictionary<string, string>> DigestsAsync(ICoordinatorGrain coordinator)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await coordinator.GetProblemsAsync(digests.Count, ProblemsAtOnce, withTrials: false) is { Length: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                digests.Add(entry.Problem.Id, ProblemDigest.Of(entry.Problem));
            }
        }

        return digests;
    }
}
