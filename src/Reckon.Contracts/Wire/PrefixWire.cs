using System.Runtime.InteropServices;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>A prefix on the wire.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.prefix")]
internal struct PrefixWire
{
    [Id(0)]
    public Problem Problem;

    [Id(1)]
    public long Seed;

    /// <summary>32 bits each.</summary>
    [Id(2)]
    public byte[] Path;

    [Id(3)]
    public Step[] Steps;

    [Id(4)]
    public string Owner;

    [Id(5)]
    public Step[][]? Earlier;

    /// <summary>0 where the sender knew of none.</summary>
    [Id(6)]
    public int Priority;

    /// <summary>Makes one of the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Prefix, PrefixWire>
    {
        /// <inheritdoc/>
        public Prefix ConvertFromSurrogate(in PrefixWire surrogate) => new(
            surrogate.Problem, surrogate.Seed, Packed.Numbers<int>(surrogate.Path),
            ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Steps))
        {
            Owner = surrogate.Owner,
            Priority = surrogate.Priority,
            Earlier = [.. (surrogate.Earlier ?? []).Select(ImmutableCollectionsMarshal.AsImmutableArray)],
        };

        /// <inheritdoc/>
        public PrefixWire ConvertToSurrogate(in Prefix value) => new()
        {
            Problem = value.Problem,
            Seed = value.Seed,
            Path = Packed.Bytes(value.Path),
            Steps = ImmutableCollectionsMarshal.AsArray(value.Steps)!,
            Owner = value.Owner,
            Priority = value.Priority,
            Earlier = value.Earlier.IsEmpty ? null : [.. value.Earlier.Select(answer => ImmutableCollectionsMarshal.AsArray(answer)!)],
        };
    }
}
