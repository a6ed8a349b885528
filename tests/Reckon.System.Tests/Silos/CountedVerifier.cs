using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.System.Tests.Silos;

/// <summary>An engine that notes what it judges.</summary>
internal sealed class CountedVerifier(IVerifierEngine inner, WorkLedger ledger) : IVerifierEngine
{
    public ModelCard Card => inner.Card;

    public EngineLoad Load => inner.Load;

    public EngineMetrics Metrics => inner.Metrics;

    public bool TryJudge(
        Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<JudgeReply>? reply)
    {
        reply = inner.TryJudge(prefix, continuations, cancellationToken, out var inTime) ? NoteAsync(prefix, continuations, inTime) : null;
        return reply is not null;
    }

    public void HandBack() => inner.HandBack();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<JudgeReply> NoteAsync(Prefix prefix, ImmutableArray<Proposal> continuations, Task<JudgeReply> reply)
    {
        var judged = await reply;
        ledger.Add(prefix, continuations);
        return judged;
    }
}
