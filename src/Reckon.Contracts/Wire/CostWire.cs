using Reckon.Search.Costs;

namespace Reckon.Contracts.Wire;

/// <summary>A cost on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.cost")]
internal struct CostWire
{
    [Id(0)]
    public int Generations;

    [Id(1)]
    public long PromptTokens;

    [Id(2)]
    public long GeneratedTokens;

    [Id(3)]
    public long VerifierTokens;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Cost, CostWire>
    {
        /// <inheritdoc/>
        public Cost ConvertFromSurrogate(in CostWire surrogate) => new(
            surrogate.Generations, surrogate.PromptTokens, surrogate.GeneratedTokens, surrogate.VerifierTokens);

        /// <inheritdoc/>
        public CostWire ConvertToSurrogate(in Cost value) => new()
        {
            Generations = value.Generations,
            PromptTokens = value.PromptTokens,
            GeneratedTokens = value.GeneratedTokens,
            VerifierTokens = value.VerifierTokens,
        };
    }
}
