using System.Runtime.InteropServices;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>A request for children on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.expand-request")]
internal struct ExpandRequestWire
{
    [Id(0)]
    public Prefix Prefix;

    [Id(1)]
    public int FirstChild;

    [Id(2)]
    public int Count;

    [Id(3)]
    public int MaxSteps;

    [Id(4)]
    public Sampling Sampling;

    [Id(5)]
    public Proposal[]? Taken;

    [Id(6)]
    public ProposeReply? Drawn;

    /// <summary>Makes one of the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<ExpandRequest, ExpandRequestWire>
    {
        /// <inheritdoc/>
        public ExpandRequest ConvertFromSurrogate(in ExpandRequestWire surrogate) => new(
            surrogate.Prefix, surrogate.FirstChild, surrogate.Count, new Extent(surrogate.MaxSteps), surrogate.Sampling)
        {
            Taken = ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Taken),
            Drawn = surrogate.Drawn,
        };

        /// <inheritdoc/>
        public ExpandRequestWire ConvertToSurrogate(in ExpandRequest value) => new()
        {
            Prefix = value.Prefix,
            FirstChild = value.FirstChild,
            Count = value.Count,
            MaxSteps = value.Extent.MaxSteps,
            Sampling = value.Sampling,
            Taken = value.Taken.IsEmpty ? null : ImmutableCollectionsMarshal.AsArray(value.Taken),
            Drawn = value.Drawn,
        };
    }
}
