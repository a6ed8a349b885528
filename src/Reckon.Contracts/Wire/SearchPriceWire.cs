using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>What models can cost, on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.search-price")]
internal struct SearchPriceWire
{
    [Id(0)]
    public int ProposerOverheadTokens;

    [Id(1)]
    public bool HasVerifier;

    [Id(2)]
    public int VerifierOverheadTokens;

    [Id(3)]
    public int TokensPerDrawnToken;

    [Id(4)]
    public int VerifierContextTokens;

    [Id(5)]
    public long ProposerParameters;

    [Id(6)]
    public long VerifierParameters;

    [Id(7)]
    public int PrefaceTokens;

    [Id(8)]
    public double PromptRate;

    [Id(9)]
    public double GeneratedRate;

    [Id(10)]
    public double VerifierRate;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<SearchPrice, SearchPriceWire>
    {
        /// <inheritdoc/>
        public SearchPrice ConvertFromSurrogate(in SearchPriceWire surrogate) => new(
            new ProposerPrice(surrogate.ProposerOverheadTokens, surrogate.ProposerParameters)
            {
                PrefaceTokens = surrogate.PrefaceTokens,
                PromptRate = surrogate.PromptRate,
                GeneratedRate = surrogate.GeneratedRate,
            },
            surrogate.HasVerifier
                ? new VerifierPrice(
                    surrogate.VerifierOverheadTokens,
                    surrogate.TokensPerDrawnToken,
                    surrogate.VerifierContextTokens,
                    surrogate.VerifierParameters)
                { Rate = surrogate.VerifierRate }
                : null);

        /// <inheritdoc/>
        public SearchPriceWire ConvertToSurrogate(in SearchPrice value) => new()
        {
            ProposerOverheadTokens = value.Proposer.PromptOverheadTokens,
            HasVerifier = value.Verifier is not null,
            VerifierOverheadTokens = value.Verifier?.PromptOverheadTokens ?? 0,
            TokensPerDrawnToken = value.Verifier?.TokensPerDrawnToken ?? 0,
            VerifierContextTokens = value.Verifier?.ContextTokens ?? 0,
            ProposerParameters = value.Proposer.Parameters,
            VerifierParameters = value.Verifier?.Parameters ?? 0,
            PrefaceTokens = value.Proposer.PrefaceTokens,
            PromptRate = value.Proposer.PromptRate,
            GeneratedRate = value.Proposer.GeneratedRate,
            VerifierRate = value.Verifier?.Rate ?? 0,
        };
    }
}
