using Reckon.Search;

namespace Reckon.Contracts.Wire;

/// <summary>A problem on the wire and in the store.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.problem")]
internal struct ProblemWire
{
    [Id(0)]
    public string Id;

    [Id(1)]
    public string Question;

    [Id(2)]
    public string Reference;

    [Id(3)]
    public string Subject;

    [Id(4)]
    public int Level;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Problem, ProblemWire>
    {
        /// <inheritdoc/>
        public Problem ConvertFromSurrogate(in ProblemWire surrogate) => new(
            surrogate.Id, surrogate.Question, surrogate.Reference, surrogate.Subject, surrogate.Level);

        /// <inheritdoc/>
        public ProblemWire ConvertToSurrogate(in Problem value) => new()
        {
            Id = value.Id,
            Question = value.Question,
            Reference = value.Reference,
            Subject = value.Subject,
            Level = value.Level,
        };
    }
}
