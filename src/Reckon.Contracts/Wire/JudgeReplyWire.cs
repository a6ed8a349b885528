using System.Runtime.InteropServices;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Contracts.Wire;

/// <summary>A verifier's reply, on the wire.</summary>
[GenerateSerializer, Immutable, Alias("reckon.wire.judge-reply")]
internal struct JudgeReplyWire
{
    [Id(0)]
    public Verdict[] Verdicts;

    [Id(1)]
    public int PromptTokens;

    [Id(2)]
    public ServerUsage Usage;

    /// <summary>Converts one into the other.</summary>
    [RegisterConverter]
    internal sealed class Converter : IConverter<JudgeReply, JudgeReplyWire>
    {
        /// <inheritdoc/>
        public JudgeReply ConvertFromSurrogate(in JudgeReplyWire surrogate) => new(
            ImmutableCollectionsMarshal.AsImmutableArray(surrogate.Verdicts), surrogate.PromptTokens)
        {
            Usage = surrogate.Usage,
        };

        /// <inheritdoc/>
        public JudgeReplyWire ConvertToSurrogate(in JudgeReply value) => new()
        {
            Verdicts = ImmutableCollectionsMarshal.AsArray(value.Verdicts)!,
            PromptTokens = value.PromptTokens,
            Usage = value.Usage,
        };
    }
}
