using System.Collections.Immutable;
using Reckon.Contracts.Models;
using Reckon.Inference.Engines;
using Reckon.Inference.Simulated;

namespace Reckon.Worker;

/// <summary>Tells of a simulated model, which reads everything.</summary>
/// <param name="card">What it is called.</param>
public sealed class SimulatedReader(ModelCard card) : IModelReader
{
    /// <inheritdoc/>
    public ModelDescription Description => new(
        DeviceEngines.PoolOf(card), card.Role == ModelRole.Verifier, card.Name, card.Version, card.Sha256, card.Fingerprint, card.Parameters,
        card.ContextTokens)
    {
        CacheBytesPerToken = 0,
        PromptOverhead = 0,
        LongestTokenBytes = 1,
        Vocabulary = "simulated",
        HasRevision = true,
        IsSimulated = true,
    };

    /// <inheritdoc/>
    public ImmutableArray<TextReading> Read(IEnumerable<TextToRead> texts) => [.. texts.Select(Read)];

    private static TextReading Read(TextToRead text) => new(
        SimulatedTokens.Of(text.Problem.Question), 0, 0, text.Solution is { } solution ? SimulatedTokens.Of(solution) : null,
        text.Solution?.Split('\n').Length);
}
