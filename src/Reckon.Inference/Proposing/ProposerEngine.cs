using System.Collections.Concurrent;
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
    private readonly EngineOptions _options;
    private readonly EngineCounters _counters;
    private readonly AdmissionLimit _limit;
    private readonly ConcurrentQueue<ProposeJob> _inbox = new(); // Bounded by the limit.
    private readonly ProposerLoop _loop;
    private readonly EngineThread _thread;
    private readonly EngineInstruments _instruments;
    private readonly Action _cancelled; // One for all requests.

    /// <summary>Starts the engine. It owns <paramref name="parts"/>'s model, which must have <see cref="EngineOptions.Slots"/> slots.</summary>
    public ProposerEngine(ProposerModel parts, EngineOptions options)
        : this(parts, options, parts.Model.Limits.Blocks > 0 ? new PrefixCache<float[]>(parts.Model.Limits.Blocks) : new NoPrefixCache<float[]>())
    {
    }

    internal ProposerEngine(ProposerModel parts, EngineOptions options, IPrefixCache<float[]> cache)
    {
        if (parts.Model.Limits.Slots < options.Validated().Slots)
        {
            throw new ArgumentException($"The model has {parts.Model.Limits.Slots} slots; the options ask for {options.Slots}.", nameof(parts));
        }

        (_parts, _options) = (parts, options);
        _counters = new EngineCounters(options.Clock);
        _limit = new AdmissionLimit(options.MaxQueuedChildren);
        var seat = new DeviceSeat(options.Device, () => _counters.SecondsFor(Load.Queued + Load.RowsInUse));
        _loop = new ProposerLoop(parts, options, cache, _counters, seat, _inbox);
        _thread = new EngineThread($"proposer {parts.Card.Name}", _loop.Turn, _loop.Close);
        _cancelled = () =>
        {
            _loop.NoteCancellation();
            _thread.Wake();
        };
        _instruments = new EngineInstruments(Card, () => Metrics, () => Load);
    }

    /// <inheritdoc/>
    public ModelCard Card => _parts.Card;

    /// <inheritdoc/>
    public EngineLoad Load => new(_options.MaxRows, _loop.RowsInUse, _limit.Waiting, _limit.MaxWaiting);

    /// <inheritdoc/>
    public EngineMetrics Metrics => _counters.Snapshot();

    /// <inheritdoc/>
    public bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply)
    {
        ObjectDisposedException.ThrowIf(_thread.IsStopping, this);
        ProposeCheck.ThrowIfMalformed(request, _parts.Tokenizer.Size);
        reply = null;
        if (!_limit.TryAdmit(request.Count))
        {
            return false;
        }

        var job = JobOf(request);
        reply = job.Reply;
        if (ProposeCheck.FaultOf(request, job, Card.ContextTokens) is { } fault)
        {
            job.Abandon();
            job.Fail(fault);
            return true;
        }

        job.CancelWith(_cancelled, cancellationToken);
        _inbox.Enqueue(job);
        _thread.Wake();
        if (_thread.IsStopping)
        {
            job.Fail(new ObjectDisposedException(Card.Name)); // It may have come too late to be found by the closing thread.
        }

        return true;
    }

    /// <summary>Stops the thread after its present step, fails what is unanswered, and frees the model.</summary>
    public async ValueTask DisposeAsync()
    {
        _instruments.Dispose();
        await _thread.StopAsync();
    }

    // What cannot even be put into tokens must not be counted among those who wait for ever.
    private ProposeJob JobOf(ExpandRequest request)
    {
        try
        {
            return new ProposeJob(request, _parts.Prompt.EncodeOrThrow(request.Prefix.Problem), Card.ContextTokens, _limit) { Arrived = _counters.Now() };
        }
        catch
        {
            _limit.Release(request.Count);
            throw;
        }
    }
}
