using System.Collections.Concurrent;
using Reckon.Contracts.Problems;

namespace Reckon.System.Tests.Silos;

/// <summary>Problems that cannot be reached at first: each call that would start one has no answer, so many times for each.</summary>
internal sealed class UnreachableProblems(int times) : IOutgoingGrainCallFilter
{
    private readonly ConcurrentDictionary<GrainId, int> _calls = new();

    /// <summary>Problems that were called so often that they were reached at last.</summary>
    public int Reached => _calls.Values.Count(calls => calls > times);

    /// <inheritdoc/>
    public Task Invoke(IOutgoingGrainCallContext context) =>
        context.InterfaceMethod?.Name == nameof(IProblemGrain.EnsureRunningAsync)
        && _calls.AddOrUpdate(context.TargetId, 1, (_, calls) => calls + 1) <= times
            ? throw new TimeoutException("The silo of the problem was not reached.")
            : context.Invoke();
}
