using System.Collections.Immutable;
using Reckon.Contracts.Models;

namespace Reckon.Worker;

/// <summary>The models that a worker tells of.</summary>
/// <param name="readers">A reader for each.</param>
/// <param name="isRepeatable">Whether each, when it was opened, gave the same bits in any batch.</param>
public sealed class ServedModels(IEnumerable<IModelReader> readers, bool isRepeatable)
{
    private readonly ImmutableArray<IModelReader> _readers = [.. readers];

    /// <summary>A worker that tells of none.</summary>
    public static ServedModels None { get; } = new([], isRepeatable: true);

    /// <summary>What they are.</summary>
    public ImmutableArray<ModelDescription> Descriptions => [.. _readers.Select(reader => Told(reader.Description))];

    /// <summary>How the model of <paramref name="pool"/> reads each of <paramref name="texts"/>, in order.</summary>
    /// <exception cref="KeyNotFoundException">There is no such model.</exception>
    public ImmutableArray<TextReading> Read(string pool, ImmutableArray<TextToRead> texts) =>
        _readers.FirstOrDefault(reader => reader.Description.Pool == pool) is { } reader
            ? reader.Read(texts)
            : throw new KeyNotFoundException($"This worker does not serve the pool {pool}.");

    private ModelDescription Told(ModelDescription model) => model with { IsRepeatable = isRepeatable && model.IsRepeatable };
}
