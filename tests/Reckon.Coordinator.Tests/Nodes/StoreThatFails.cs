using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;
using Reckon.Coordinator.Nodes;

namespace Reckon.Coordinator.Tests.Nodes;

/// <summary>A store in memory whose next writes may fail. What it keeps are copies, as a real one does.</summary>
internal sealed class StoreThatFails : IGrainStorage
{
    private static readonly Serializer _serializer =
        new ServiceCollection().AddSerializer().BuildServiceProvider().GetRequiredService<Serializer>();

    private readonly Dictionary<GrainId, byte[]> _states = [];

    /// <summary>How many of the next writes fail.</summary>
    public int Failures { get; set; }

    /// <summary>Writes that were done.</summary>
    public int Writes { get; private set; }

    /// <summary>What was saved of a node; null where nothing was.</summary>
    public NodeState? Find(GrainId id) => _states.TryGetValue(id, out var state) ? _serializer.Deserialize<NodeState>(state) : null;

    /// <summary>Loses all that was saved.</summary>
    public void Empty() => _states.Clear();

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        grainState.RecordExists = _states.TryGetValue(grainId, out var state);
        grainState.State = state is null ? Activator.CreateInstance<T>() : _serializer.Deserialize<T>(state)!;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (Failures > 0)
        {
            Failures--;
            throw new OrleansException("The store does not answer.");
        }

        Writes++;
        _states[grainId] = _serializer.SerializeToArray(grainState.State);
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => throw new NotSupportedException();
}
