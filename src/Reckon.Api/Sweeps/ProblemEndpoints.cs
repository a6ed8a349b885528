using Reckon.Api.Paging;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;

namespace Reckon.Api.Sweeps;

/// <summary>Lists the problems of a sweep.</summary>
internal static class ProblemEndpoints
{
    private const int UsualItems = 100;
    private const int MostLooked = 2_000; // Problems of one request: a filter that finds nothing must not read a whole sweep.

    /// <summary>
    /// A page of problems, brief where their trials are not wanted. Where a filter is given it may hold few, and the cursor still says where to
    /// go on.
    /// </summary>
    public static async Task<ItemPage<ProblemView>> ListAsync(
        string id, string? cursor, int? limit, string? text, int? level, string? subject, string? phase, string? result, bool? brief,
        IGrainFactory grains, ISweepPreparation preparation, TimeProvider time)
    {
        var (first, most) = (PlaceCursor.Read(cursor), Limit(limit));
        var details = await DetailsEndpoint.KnownAsync(id, grains);
        var reader = new ProblemReader(
            grains.GetGrain<ICoordinatorGrain>(id), SweepDocument.Read(details.Terms.Spec, preparation.Strategies), brief != true);
        var query = new ProblemQuery(
            text, level, subject, QueryWord.Read<ProblemPhase>(phase, nameof(phase)), QueryWord.Read<ProblemResult>(result, nameof(result)));
        var (found, next) = await reader.FindAsync(first, most, MostLooked, query);
        return next < details.Problems
            ? new ItemPage<ProblemView>(time.GetUtcNow(), found, PlaceCursor.Write(next), Truncated: true)
            : ItemPages.Whole(time.GetUtcNow(), found);
    }

    private static int Limit(int? limit) => limit switch
    {
        null => UsualItems,
        >= 1 and <= ProblemView.MostOfPage and var most => most,
        _ => throw new ArgumentException($"limit is a whole number from 1 to {ProblemView.MostOfPage}."),
    };
}
