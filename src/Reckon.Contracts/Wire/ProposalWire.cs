using System.Runtime.InteropServices;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>A proposal on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.proposal")]
internal struct ProposalWire
{
    [Id(0)]
    public Step[] Steps;

    [Id(1)]
    public Ending Ending;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Proposal, ProposalWire>
    {
        /// <inheritdoc/>
        public Proposal ConvertFromSurrogate(in ProposalWire surrogate) => new(
            ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Steps), surrogate.Ending);

        /// <inheritdoc/>
        public ProposalWire ConvertToSurrogate(in Proposal value) => new()
        {
            Steps = ImmutableCollectionsMarshal.AsArray(value.Steps)!,
            Ending = value.Ending,
        };
    }
}
