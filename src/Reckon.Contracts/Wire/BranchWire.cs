using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Trees;

namespace Reckon.Contracts.Wire;

/// <summary>A continuation with its verdict, on the wire.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.branch")]
internal struct BranchWire
{
    [Id(0)]
    public Proposal Proposal;

    [Id(1)]
    public Verdict? Verdict;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Branch, BranchWire>
    {
        /// <inheritdoc/>
        public Branch ConvertFromSurrogate(in BranchWire surrogate) => new(surrogate.Proposal, surrogate.Verdict);

        /// <inheritdoc/>
        public BranchWire ConvertToSurrogate(in Branch value) => new() { Proposal = value.Proposal, Verdict = value.Verdict };
    }
}
