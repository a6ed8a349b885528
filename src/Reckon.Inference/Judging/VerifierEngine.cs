using System.Collections.Concurrent;
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
    private readonly EngineCounters _counters;
    private readonly AdmissionLimit _limit;
    private readonly ConcurrentQueue<JudgeJob> _inbox = new(); // Bounded by the limit.
    private readonly VerifierLoop _loop;
    private readonly EngineThread _thread;
    private readonly EngineInstruments _instruments;
    private readonly Action _cancelled; // One for all requests.

    /// <summary>Starts the engine. It owns <paramref name="parts"/>'s model, and keeps as many tokens as that has blocks.</summary>
    public VerifierEngine(VerifierModel parts, EngineOptions options)
        : this(parts, options, parts.Model.Blocks > 0 ? new PrefixCache<ChunkEnd>(parts.Model.Blocks) : new NoPrefixCache<ChunkEnd>())
    {
    }

    internal VerifierEngine(VerifierModel parts, EngineOptions options, IPrefixCache<ChunkEnd> cache)
    {
        _parts = parts;
        _counters = new EngineCounters(options.Validated().Clock);
        _limit = new AdmissionLimit(options.MaxQueuedChildren);
        var seat = new DeviceSeat(options.Device, () => _counters.SecondsFor(Load.Queued + Load.RowsInUse));
        _loop = new VerifierLoop(parts, cache, _counters, seat, _inbox);
        _thread = new EngineThread($"verifier {parts.Card.Name}", _loop.Turn, _loop.Close);
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
    public EngineLoad Load => new(Capacity: 1, _loop.RowsInUse, _limit.Waiting, _limit.MaxWaiting);

    /// <inheritdoc/>
    public EngineMetrics Metrics => _counters.Snapshot();

    /// <inheritdoc/>
    public bool TryJudge(
        Prefix prefix,
        ImmutableArray<Proposal> continuations,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out Task<JudgeReply>? reply)
    {
        ObjectDisposedException.ThrowIf(_thread.IsStopping, this);
        reply = null;
        if (!continuations.IsEmpty && !_limit.TryAdmit(continuations.Length))
        {
            return false;
        }

        var job = JobOf(prefix, continuations);
        reply = job.Reply;
        if (job.LongestTokens > Card.ContextTokens)
        {
            job.Fail(new TextTooLongException($"The longest path of problem '{prefix.Problem.Id}' to judge", job.LongestTokens, Card.ContextTokens));
            job.Abandon();
            return true;
        }

        if (continuations.IsEmpty)
        {
            job.Succeed(new JudgeReply([], job.PromptTokens)); // There is nothing to read for.
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

    /// <summary>Stops the thread after its present request, fails what is unanswered, and frees the model.</summary>
    public async ValueTask DisposeAsync()
    {
        _instruments.Dispose();
        await _thread.StopAsync();
    }

    // What cannot even be put into tokens must not be counted among those who wait for ever.
    private JudgeJob JobOf(Prefix prefix, ImmutableArray<Proposal> continuations)
    {
        try
        {
            return new JudgeJob(
                prefix,
                _parts.Prompt.EncodeOrThrow(prefix.Problem),
                [.. prefix.Steps.Select(_parts.Steps.Encode)],
                [.. continuations.Select(_parts.Steps.Encode)],
                _limit)
            {
                Arrived = _counters.Now(),
            };
        }
        catch
        {
            _limit.Release(continuations.Length);
            throw;
        }
    }
}
