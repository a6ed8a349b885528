using Reckon.Search.Judging;

namespace Reckon.Contracts.Wire;

/// <summary>A verdict on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.verdict")]
internal struct VerdictWire
{
    /// <summary>Double precision.</summary>
    [Id(0)]
    public byte[] Scores;

    /// <summary>32 bits each.</summary>
    [Id(1)]
    public byte[] Tokens;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Verdict, VerdictWire>
    {
        /// <inheritdoc/>
        public Verdict ConvertFromSurrogate(in VerdictWire surrogate) =>
            new(Packed.Numbers<double>(surrogate.Scores), Packed.Numbers<int>(surrogate.Tokens));

        /// <inheritdoc/>
        public VerdictWire ConvertToSurrogate(in Verdict value) =>
            new() { Scores = Packed.Bytes(value.Scores), Tokens = Packed.Bytes(value.Tokens) };
    }
}
