using System.Collections.Immutable;
using Orleans.Concurrency;
using Orleans.GrainDirectory;
using Orleans.Placement;
using Reckon.Contracts.Models;
using Reckon.Contracts.Placement;

namespace Reckon.Worker;

/// <summary>Tells what this silo's models are and how they read texts, for those who have no folder of them.</summary>
[PinnedToSilo, Immovable, Reentrant, GrainType("model"), GrainDirectory(EmptyGrainDirectory.Name)]
internal sealed class ModelGrain(ServedModels models) : Grain, IModelGrain
{
    /// <inheritdoc/>
    public Task<ImmutableArray<ModelDescription>> DescribeAsync() => Task.FromResult(models.Descriptions);

    /// <inheritdoc/>
    public Task<ImmutableArray<TextReading>> ReadAsync(string pool, ImmutableArray<TextToRead> texts) =>
        Task.Run(() => models.Read(pool, texts)); // A large dataset takes a while; the grains of this silo go on meanwhile.
}
