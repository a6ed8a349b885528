using System.Collections.Immutable;
using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>How a sweep stood when it was last looked at.</summary>
/// <param name="View">How far it was.</param>
/// <param name="Events">All that had happened to it.</param>
/// <param name="Following">Completes with the next moment.</param>
internal sealed record SweepMoment(SweepView View, ImmutableArray<SweepEvent> Events, TaskCompletionSource<SweepMoment> Following)
{
    /// <summary>The next moment.</summary>
    public Task<SweepMoment> Next => Following.Task;
}
