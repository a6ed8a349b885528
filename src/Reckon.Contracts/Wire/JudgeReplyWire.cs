using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>What a verifier thinks, on the wire.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.judge-reply")]
internal struct JudgeReplyWire
{
    /// <summary>Double precision, one row a continuation.</summary>
    [Id(0)]
    public byte[][] Scores;

    [Id(1)]
    public int PromptTokens;

    /// <summary>Makes one of the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<JudgeReply, JudgeReplyWire>
    {
        /// <inheritdoc/>
        public JudgeReply ConvertFromSurrogate(in JudgeReplyWire surrogate) => new([.. surrogate.Scores.Select(Packed.Numbers<double>)], surrogate.PromptTokens);

        /// <inheritdoc/>
        public JudgeReplyWire ConvertToSurrogate(in JudgeReply value) => new()
        {
            Scores = [.. value.Scores.Select(Packed.Bytes)],
            PromptTokens = value.PromptTokens,
        };
    }
}
