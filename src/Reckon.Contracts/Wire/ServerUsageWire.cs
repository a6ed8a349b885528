using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>What servers did, on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.server-usage")]
internal struct ServerUsageWire
{
    [Id(0)]
    public long Prompt;

    [Id(1)]
    public long Cached;

    [Id(2)]
    public long Generated;

    [Id(3)]
    public double Money;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<ServerUsage, ServerUsageWire>
    {
        /// <inheritdoc/>
        public ServerUsage ConvertFromSurrogate(in ServerUsageWire surrogate) =>
            new(surrogate.Prompt, surrogate.Cached, surrogate.Generated) { Money = surrogate.Money };

        /// <inheritdoc/>
        public ServerUsageWire ConvertToSurrogate(in ServerUsage value) => new()
        {
            Prompt = value.Prompt,
            Cached = value.Cached,
            Generated = value.Generated,
            Money = value.Money,
        };
    }
}
