using System.Collections.Immutable;

namespace Reckon.Contracts.Models;

/// <summary>What the models of one worker are, and how they read texts. Key: that of the worker.</summary>
[Alias("reckon.model")]
public interface IModelGrain : IGrainWithStringKey
{
    /// <summary>The models that the worker serves.</summary>
    [Alias("describe")]
    Task<ImmutableArray<ModelDescription>> DescribeAsync();

    /// <summary>How the model of <paramref name="pool"/> reads each of <paramref name="texts"/>, in order.</summary>
    /// <exception cref="KeyNotFoundException">The worker does not serve the pool.</exception>
    [Alias("read")]
    Task<ImmutableArray<TextReading>> ReadAsync(string pool, ImmutableArray<TextToRead> texts);
}
