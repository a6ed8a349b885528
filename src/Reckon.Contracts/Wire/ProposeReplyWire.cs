using System.Runtime.InteropServices;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>A proposer's reply, on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.propose-reply")]
internal struct ProposeReplyWire
{
    [Id(0)]
    public Proposal[] Proposals;

    [Id(1)]
    public int PromptTokens;

    [Id(2)]
    public ServerUsage Usage;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<ProposeReply, ProposeReplyWire>
    {
        /// <inheritdoc/>
        public ProposeReply ConvertFromSurrogate(in ProposeReplyWire surrogate) => new(
            ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Proposals), surrogate.PromptTokens)
        {
            Usage = surrogate.Usage,
        };

        /// <inheritdoc/>
        public ProposeReplyWire ConvertToSurrogate(in ProposeReply value) => new()
        {
            Proposals = ImmutableCollectionsMarshal.AsArray(value.Proposals)!,
            PromptTokens = value.PromptTokens,
            Usage = value.Usage,
        };
    }
}
