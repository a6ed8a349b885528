using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Reports;

/// <summary>A model, as a report names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty where it has none.</param>
/// <param name="Sha256">SHA-256 of its weight file, in lower-case hex.</param>
/// <param name="Parameters">How many parameters it has.</param>
/// <param name="CacheBytesPerToken">Memory of the keys and values of one token; null where that is not known.</param>
/// <param name="AttentionFlopsPerPair">
/// Floating-point operations of attention for a token and one token that it attends to: 4 · layers · heads · head size, a product with the
/// key and one with the value (Chowdhery et al. 2022, arXiv 2204.02311, appendix B, forward only). Null where that is not known.
/// </param>
public sealed record ModelFacts(
    string Name,
    string Version,
    string Sha256,
    long Parameters,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? CacheBytesPerToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? AttentionFlopsPerPair = null)
{
    /// <summary>
    /// Whether it may give other results the next time: what was known of that before the sweep began. Such results are never compared bit
    /// by bit.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayVary { get; init; }

    /// <summary>What its tokens cost; null where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TokenPrice? Price { get; init; }
}
