namespace Reckon.Contracts.Models;

/// <summary>How one problem looks to one model.</summary>
/// <param name="PromptTokens">Tokens of question and template.</param>
/// <param name="UnknownWords">Words of the question that the model has no token for.</param>
/// <param name="UnknownCharacters">Characters in them.</param>
/// <param name="SolutionTokens">Tokens of the solution, its end mark left off; null where there is none.</param>
/// <param name="SolutionSteps">Its steps; null where there is none.</param>
[GenerateSerializer, Immutable, Alias("reckon.text-reading")]
public readonly record struct TextReading(
    [property: Id(0)] int PromptTokens,
    [property: Id(1)] long UnknownWords,
    [property: Id(2)] long UnknownCharacters,
    [property: Id(3)] int? SolutionTokens,
    [property: Id(4)] int? SolutionSteps)
{
    /// <summary>Why the model cannot be put the problem; null where it can.</summary>
    [Id(5)]
    public string? Fault { get; init; }
}
