using System.Runtime.InteropServices;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Contracts.Wire;

/// <summary>Children on the wire.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.expand-reply")]
internal struct ExpandReplyWire
{
    [Id(0)]
    public Branch[] Branches;

    /// <summary>Tokens of the proposer's prompt.</summary>
    [Id(1)]
    public long PromptTokens;

    /// <summary>Tokens of the verifier's prompt.</summary>
    [Id(2)]
    public long VerifierPromptTokens;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<ExpandReply, ExpandReplyWire>
    {
        /// <inheritdoc/>
        public ExpandReply ConvertFromSurrogate(in ExpandReplyWire surrogate) => new(
            ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Branches),
            new TokenCost(surrogate.PromptTokens, 0, surrogate.VerifierPromptTokens));

        /// <inheritdoc/>
        public ExpandReplyWire ConvertToSurrogate(in ExpandReply value) => new()
        {
            Branches = ImmutableCollectionsMarshal.AsArray(value.Branches)!,
            PromptTokens = value.Prompt.Prompt,
            VerifierPromptTokens = value.Prompt.Verifier,
        };
    }
}
