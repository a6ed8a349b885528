using System.Collections.Immutable;
using Reckon.Contracts.Models;

namespace Reckon.Worker;

/// <summary>Tells what a model is and how it reads texts.</summary>
public interface IModelReader
{
    /// <summary>What the model is.</summary>
    ModelDescription Description { get; }

    /// <summary>How it reads each of <paramref name="texts"/>, in order.</summary>
    ImmutableArray<TextReading> Read(IEnumerable<TextToRead> texts);
}
