using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tokens;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Judging;

/// <summary>The verifier of any model, on one thread of its own.</summary>
public sealed class VerifierEngine : IVerifierEngine
{
    private readonly VerifierModel _parts;
    private readonly EngineHost<JudgeJob, JudgeReply> _host;

    /// <summary>Starts the engine. It owns <paramref name="parts"/>'s model, and caches as many tokens as that has blocks.</summary>
    public VerifierEngine(VerifierModel parts, EngineOptions options)
        : this(parts, options, parts.Model.Blocks > 0 ? new PrefixCache<ChunkEnd>(parts.Model.Blocks) : new NoPrefixCache<ChunkEnd>())
    {
    }

    internal VerifierEngine(VerifierModel parts, EngineOptions options, IPrefixCache<ChunkEnd> cache)
    {
        _parts = parts;
        _host = new EngineHost<JudgeJob, JudgeReply>(
            parts.Card, options.Validated(), rows: 1, (queue, counters, seat) => new VerifierLoop(parts, cache, counters, seat, queue));
    }

    /// <inheritdoc/>
    public ModelCard Card => _parts.Card;

    /// <inheritdoc/>
    public EngineLoad Load => _host.Load;

    /// <inheritdoc/>
    public EngineMetrics Metrics => _host.Metrics;

    /// <inheritdoc/>
    public bool TryJudge(
        Prefix prefix,
        ImmutableArray<Proposal> continuations,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out Task<JudgeReply>? reply)
    {
        _host.ThrowIfClosed(this);
        reply = null;
        if (!continuations.IsEmpty && !_host.TryAdmit(continuations.Length))
        {
            return false;
        }

        var job = _host.Make(continuations.Length, limit => JobOf(prefix, continuations, limit));
        reply = job.Reply;
        if (job.LongestTokens > Card.ContextTokens)
        {
            job.Reject(job.TooLong(Card.ContextTokens));
        }
        else if (continuations.IsEmpty)
        {
            job.Succeed(new JudgeReply([], job.PromptTokens)); // There is nothing to judge.
        }
        else
        {
            _host.Accept(job, cancellationToken);
        }

        return true;
    }

    /// <inheritdoc/>
    public void HandBack() => _host.HandBack();

    /// <summary>Stops the thread after its present request, fails what is unanswered, and frees the model.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private JudgeJob JobOf(Prefix prefix, ImmutableArray<Proposal> continuations, AdmissionLimit limit) =>
        JudgeJob.Of(_parts.Prompt, _parts.Steps, prefix, continuations, Card.ContextTokens, limit);
}
