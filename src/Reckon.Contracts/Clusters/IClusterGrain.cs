using System.Collections.Immutable;
using Reckon.Contracts.Models;

namespace Reckon.Contracts.Clusters;

/// <summary>What a coordinator knows of its cluster's workers, for clients, which cannot see them. Any coordinator answers. Key: 0.</summary>
[Alias("reckon.cluster")]
public interface IClusterGrain : IGrainWithIntegerKey
{
    /// <summary>The models that some worker serves now, by pool; each once.</summary>
    [Alias("models")]
    Task<ImmutableArray<ModelDescription>> GetModelsAsync();

    /// <summary>How the model of <paramref name="pool"/> reads each of <paramref name="texts"/>, in order.</summary>
    /// <exception cref="KeyNotFoundException">No worker serves the pool.</exception>
    [Alias("read"), ResponseTimeout("00:02:00")]
    Task<ImmutableArray<TextReading>> ReadAsync(string pool, ImmutableArray<TextToRead> texts);
}
