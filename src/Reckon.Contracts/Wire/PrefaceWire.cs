using Reckon.Search;

namespace Reckon.Contracts.Wire;

/// <summary>What is said before each problem, on the wire.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.preface")]
internal struct PrefaceWire
{
    [Id(0)]
    public string? System;

    [Id(1)]
    public string[] Problems;

    [Id(2)]
    public string[] Solutions;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Preface, PrefaceWire>
    {
        /// <inheritdoc/>
        public Preface ConvertFromSurrogate(in PrefaceWire surrogate) => new()
        {
            System = surrogate.System,
            Examples = [.. surrogate.Problems.Zip(surrogate.Solutions, (problem, solution) => new WorkedExample(problem, solution))],
        };

        /// <inheritdoc/>
        public PrefaceWire ConvertToSurrogate(in Preface value) => new()
        {
            System = value.System,
            Problems = [.. value.Examples.Select(example => example.Problem)],
            Solutions = [.. value.Examples.Select(example => example.Solution)],
        };
    }
}
