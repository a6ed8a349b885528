using System.Text.Json;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>The numbers of a sweep, of the trials that had an outcome when it was made.</summary>
/// <param name="AsOf">When its outcomes were read.</param>
/// <param name="Id">The sweep.</param>
/// <param name="Phase">Where the sweep was in its life.</param>
/// <param name="Trials">Trials that it has.</param>
/// <param name="Done">Trials that the numbers are of.</param>
/// <param name="Summary">
/// What <c>summary.json</c> of a folder of results holds, except what needs trees (<c>pools</c>) and the time that it took (<c>timing</c>).
/// </param>
public sealed record SummaryView(DateTimeOffset AsOf, string Id, SweepPhase Phase, long Trials, long Done, JsonElement Summary);
