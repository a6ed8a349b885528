using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Search.Running;

namespace Reckon.System.Tests.Silos;

/// <summary>An engine that notes what it draws.</summary>
internal sealed class CountedProposer(IProposerEngine inner, WorkLedger ledger) : IProposerEngine
{
    public ModelCard Card => inner.Card;

    public EngineLoad Load => inner.Load;

    public EngineMetrics Metrics => inner.Metrics;

    public bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply)
    {
        reply = inner.TryPropose(request, cancellationToken, out var inTime) ? NoteAsync(request, inTime) : null;
        return reply is not null;
    }

    public void HandBack() => inner.HandBack();

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async Task<ProposeReply> NoteAsync(ExpandRequest request, Task<ProposeReply> reply)
    {
        ledger.Add(request, await reply);
        return await reply;
    }
}
