using System.Runtime.InteropServices;
using Reckon.Search;

namespace Reckon.Contracts.Wire;

/// <summary>How continuations are drawn, on the wire.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.sampling")]
internal struct SamplingWire
{
    [Id(0)]
    public double Temperature;

    [Id(1)]
    public int MaxStepTokens;

    [Id(2)]
    public int MaxAnswerTokens;

    [Id(3)]
    public int TopK;

    [Id(4)]
    public double TopP;

    [Id(5)]
    public double MinP;

    [Id(6)]
    public double RepetitionPenalty;

    [Id(7)]
    public double PresencePenalty;

    [Id(8)]
    public double FrequencyPenalty;

    [Id(9)]
    public string[] Stop;

    [Id(10)]
    public string? StepDelimiter;

    [Id(11)]
    public Preface? Preface;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<Sampling, SamplingWire>
    {
        /// <inheritdoc/>
        public Sampling ConvertFromSurrogate(in SamplingWire surrogate) => new(
            surrogate.Temperature, surrogate.MaxStepTokens, surrogate.MaxAnswerTokens, surrogate.TopK, surrogate.TopP, surrogate.MinP,
            surrogate.RepetitionPenalty, surrogate.PresencePenalty, surrogate.FrequencyPenalty,
            ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Stop))
        {
            StepDelimiter = surrogate.StepDelimiter,
            Preface = surrogate.Preface,
        };

        /// <inheritdoc/>
        public SamplingWire ConvertToSurrogate(in Sampling value) => new()
        {
            Temperature = value.Temperature,
            MaxStepTokens = value.MaxStepTokens,
            MaxAnswerTokens = value.MaxAnswerTokens,
            TopK = value.TopK,
            TopP = value.TopP,
            MinP = value.MinP,
            RepetitionPenalty = value.RepetitionPenalty,
            PresencePenalty = value.PresencePenalty,
            FrequencyPenalty = value.FrequencyPenalty,
            Stop = ImmutableCollectionsMarshal.AsArray(value.Stop)!,
            StepDelimiter = value.StepDelimiter,
            Preface = value.Preface,
        };
    }
}
