namespace Reckon.Inference.Engines;

/// <summary>Which model an engine runs: part of what a result's provenance says.</summary>
/// <param name="Name">As its descriptor gives it.</param>
/// <param name="Version">As its descriptor gives it.</param>
/// <param name="Sha256">Of the model's file, in lower-case hexadecimal; of its settings for a simulated one.</param>
/// <param name="Parameters">Weights, for counting floating-point operations.</param>
/// <param name="ContextTokens">Longest text, prompt included, in its own tokens.</param>
/// <param name="Role">What it is for.</param>
public sealed record ModelCard(string Name, string Version, string Sha256, long Parameters, int ContextTokens, ModelRole Role)
{
    /// <summary>
    /// Of all that decides what the model writes, tokenizer and prompt included, in lower-case hexadecimal: models that differ
    /// in it never serve one another's requests. Default: <see cref="Sha256"/>.
    /// </summary>
    public string Fingerprint { get => field ?? Sha256; init; }

    /// <summary>
    /// Whether the model, when it was opened on this machine, gave the same bits in any batch. Where it did
    /// not, results may depend on timing.
    /// </summary>
    public bool IsRepeatable { get; init; } = true;
}
