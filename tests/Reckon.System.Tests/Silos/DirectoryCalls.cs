using System.Collections.Concurrent;

namespace Reckon.System.Tests.Silos;

/// <summary>Notes the grains that a silo, as a part of the grain directory, is asked about by other silos.</summary>
internal sealed class DirectoryCalls : IIncomingGrainCallFilter
{
    private readonly ConcurrentQueue<string> _grains = [];

    /// <summary>Types of the grains that were asked about, one for each question.</summary>
    public IReadOnlyList<string> GrainTypes => [.. _grains];

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.InterfaceName.Contains("Directory", StringComparison.Ordinal))
        {
            foreach (var grain in Enumerable.Range(0, context.Request.GetArgumentCount()).SelectMany(i => GrainsIn(context.Request.GetArgument(i))))
            {
                _grains.Enqueue(grain.Type.ToString()!);
            }
        }

        return context.Invoke();
    }

    private static IEnumerable<GrainId> GrainsIn(object? argument) => argument switch
    {
        GrainId grain => [grain],
        GrainAddress address => [address.GrainId],
        IEnumerable<GrainAddress> addresses => addresses.Select(address => address.GrainId),
        _ => [],
    };
}
