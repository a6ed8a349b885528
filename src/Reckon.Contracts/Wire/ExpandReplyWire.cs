using System.Runtime.InteropServices;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>Children on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.expand-reply")]
internal struct ExpandReplyWire
{
    [Id(0)]
    public Child[] Children;

    [Id(1)]
    public int PromptTokens;

    [Id(2)]
    public int VerifierPromptTokens;

    /// <summary>Makes one of the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<ExpandReply, ExpandReplyWire>
    {
        /// <inheritdoc/>
        public ExpandReply ConvertFromSurrogate(in ExpandReplyWire surrogate) => new(
            ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Children), surrogate.PromptTokens, surrogate.VerifierPromptTokens);

        /// <inheritdoc/>
        public ExpandReplyWire ConvertToSurrogate(in ExpandReply value) => new()
        {
            Children = ImmutableCollectionsMarshal.AsArray(value.Children)!,
            PromptTokens = value.PromptTokens,
            VerifierPromptTokens = value.VerifierPromptTokens,
        };
    }
}
