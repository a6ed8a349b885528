namespace Reckon.Contracts.Models;

/// <summary>What a sweep needs to know of a model besides its texts, so that whoever submits one needs no folder of the model.</summary>
/// <param name="Pool">The pool that serves it: its name and the beginning of its fingerprint.</param>
/// <param name="IsVerifier">Whether it judges; else it proposes.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sha256">SHA-256 of its weights, in lower-case hex.</param>
/// <param name="Fingerprint">SHA-256 of all that decides its results, in lower-case hex.</param>
/// <param name="Parameters">Weights.</param>
/// <param name="ContextTokens">The longest text, in tokens.</param>
[GenerateSerializer, Immutable, Alias("reckon.model-description")]
public sealed record ModelDescription(
    [property: Id(0)] string Pool,
    [property: Id(1)] bool IsVerifier,
    [property: Id(2)] string Name,
    [property: Id(3)] string Version,
    [property: Id(4)] string Sha256,
    [property: Id(5)] string Fingerprint,
    [property: Id(6)] long Parameters,
    [property: Id(7)] int ContextTokens)
{
    /// <summary>Bytes that a token takes in the KV cache.</summary>
    [Id(8)]
    public required long CacheBytesPerToken { get; init; }

    /// <summary>The most tokens that its template adds to a question.</summary>
    [Id(9)]
    public required int PromptOverhead { get; init; }

    /// <summary>The bytes of its longest token, as UTF-8.</summary>
    [Id(10)]
    public required int LongestTokenBytes { get; init; }

    /// <summary>The same for two models that split every text alike.</summary>
    [Id(11)]
    public required string Vocabulary { get; init; }

    /// <summary>Whether its folder says how earlier answers are put to it.</summary>
    [Id(12)]
    public required bool HasRevision { get; init; }

    /// <summary>The most tokens that a verifier reads for a step in addition to those of its text.</summary>
    [Id(16)]
    public int StepOverhead { get; init; } = 1;

    /// <summary>Whether, when it was opened, it gave the same bits in any batch.</summary>
    [Id(13)]
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Whether it can draw children that must differ from others: where its distribution is at hand, and not only what a server draws.</summary>
    [Id(17)]
    public bool CanExclude { get; init; } = true;

    /// <summary>Floating-point operations of attention for a token and one token that it attends to; 0 where that is not known.</summary>
    [Id(14)]
    public long AttentionFlopsPerPair { get; init; }

    /// <summary>The currency of its prices; null where none is known.</summary>
    [Id(18)]
    public string? Currency { get; init; }

    /// <summary>What a million tokens cost that it reads.</summary>
    [Id(19)]
    public double PromptPrice { get; init; }

    /// <summary>What a million tokens cost that it draws.</summary>
    [Id(20)]
    public double GeneratedPrice { get; init; }

    /// <summary>Whether there is no model, only the time that one would take: what it writes says nothing about anything.</summary>
    [Id(15)]
    public bool IsSimulated { get; init; }
}
