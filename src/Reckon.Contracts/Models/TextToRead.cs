using Reckon.Search;

namespace Reckon.Contracts.Models;

/// <summary>A problem that a model is to read.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Solution">A solution written out; null where the dataset has none.</param>
[GenerateSerializer, Immutable, Alias("reckon.text-to-read")]
public readonly record struct TextToRead([property: Id(0)] Problem Problem, [property: Id(1)] string? Solution)
{
    /// <summary>What is said before it; null for what the model's folder says.</summary>
    [Id(2)]
    public Preface? Preface { get; init; }
}
