using Reckon.Search;

namespace Reckon.Contracts.Wire;

/// <summary>A step on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.step")]
internal struct StepWire
{
    [Id(0)]
    public string Text;

    /// <summary>32 bits each.</summary>
    [Id(1)]
    public byte[] Tokens;

    [Id(2)]
    public double LogProbability;

    /// <summary>Single precision.</summary>
    [Id(3)]
    public byte[] TokenLogProbabilities;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Step, StepWire>
    {
        /// <inheritdoc/>
        public Step ConvertFromSurrogate(in StepWire surrogate) =>
            new(surrogate.Text, Packed.Numbers<int>(surrogate.Tokens), surrogate.LogProbability)
            {
                TokenLogProbabilities = Packed.Numbers<float>(surrogate.TokenLogProbabilities),
            };

        /// <inheritdoc/>
        public StepWire ConvertToSurrogate(in Step value) => new()
        {
            Text = value.Text,
            Tokens = Packed.Bytes(value.Tokens),
            LogProbability = value.LogProbability,
            TokenLogProbabilities = Packed.Bytes(value.TokenLogProbabilities),
        };
    }
}
