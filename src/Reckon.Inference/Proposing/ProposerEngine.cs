using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Inference.Prefixes;
using Reckon.Inference.Tokens;
using Reckon.Search.Running;

namespace Reckon.Inference.Proposing;

/// <summary>The proposer of any model: requests of all problems and nodes meet in one batch, on one thread of its own.</summary>
public sealed class ProposerEngine : IProposerEngine
{
    private readonly ProposerModel _parts;
    private readonly EngineHost<ProposeJob, ProposeReply> _host;

    /// <summary>
    /// Starts the engine. It owns <paramref name="parts"/>'s model, which must have <see cref="EngineOptions.Slots"/> slots.
    /// </summary>
    public ProposerEngine(ProposerModel parts, EngineOptions options)
        : this(parts, options, CacheOf(parts.Model.Limits.Blocks))
    {
    }

    internal ProposerEngine(ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache)
    {
        if (parts.Model.Limits.Slots < options.Validated().Slots)
        {
            throw new ArgumentException(
                $"The model has {parts.Model.Limits.Slots} slots; the options ask for {options.Slots}.", nameof(parts));
        }

        _parts = parts;
        _host = new EngineHost<ProposeJob, ProposeReply>(
            parts.Card,
            options,
            options.MaxRows,
            (queue, counters, seat) => new ProposerLoop(parts, options, cache, counters, seat, queue));
    }

    /// <inheritdoc/>
    public ModelCard Card => _parts.Card;

    /// <inheritdoc/>
    public EngineLoad Load => _host.Load;

    /// <inheritdoc/>
    public EngineMetrics Metrics => _host.Metrics;

    /// <inheritdoc/>
    public bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply)
    {
        _host.ThrowIfClosed(this);
        ProposeCheck.ThrowIfMalformed(request, _parts.Tokenizer.Size);
        reply = null;
        if (!_host.TryAdmit(request.Count))
        {
            return false;
        }

        var job = _host.Make(request.Count, limit => JobOf(request, limit));
        reply = job.Reply;
        if (ProposeCheck.FaultOf(request, job, Card.ContextTokens) is { } fault)
        {
            job.Reject(fault);
        }
        else
        {
            _host.Accept(job, cancellationToken);
        }

        return true;
    }

    /// <inheritdoc/>
    public void HandBack() => _host.HandBack();

    /// <summary>Stops the thread after its present step, fails what is unanswered, and frees the model.</summary>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static IPrefixCache<float[]> CacheOf(int blocks) =>
        blocks > 0 ? new PrefixCache<float[]>(blocks) : new NoPrefixCache<float[]>();

    private ProposeJob JobOf(ExpandRequest request, AdmissionLimit limit) =>
        new(
        request,
        _parts.Prompt.With(request.Sampling.Preface).EncodeOrThrow(request.Prefix, Card.ContextTokens, request.Sampling.MaxAnswerTokens),
        Card.ContextTokens,
        limit);
}
