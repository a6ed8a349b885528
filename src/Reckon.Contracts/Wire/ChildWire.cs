using System.Runtime.InteropServices;
using Reckon.Search;

namespace Reckon.Contracts.Wire;

/// <summary>A child on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.child")]
internal struct ChildWire
{
    [Id(0)]
    public int Index;

    [Id(1)]
    public Step[] Steps;

    /// <summary>Double precision.</summary>
    [Id(2)]
    public byte[] Scores;

    [Id(3)]
    public Ending Ending;

    /// <summary>Makes one of the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Child, ChildWire>
    {
        /// <inheritdoc/>
        public Child ConvertFromSurrogate(in ChildWire surrogate) => new(
            surrogate.Index, ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Steps), Packed.Numbers<double>(surrogate.Scores), surrogate.Ending);

        /// <inheritdoc/>
        public ChildWire ConvertToSurrogate(in Child value) => new()
        {
            Index = value.Index,
            Steps = ImmutableCollectionsMarshal.AsArray(value.Steps)!,
            Scores = Packed.Bytes(value.Scores),
            Ending = value.Ending,
        };
    }
}
