using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Proposing;
using Reckon.Inference.Tokens;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Inference.Remote;

/// <summary>
/// A proposer on a server. Each child is a request with a seed of its own, so that what is drawn does not depend on how children are
/// grouped; the server's prefix cache serves what they have in common. What it writes is cut into steps here, by the rules of every engine.
/// </summary>
public sealed class RemoteProposerEngine : IProposerEngine
{
    private readonly CompletionClient _client;
    private readonly ITokenizer _tokenizer;
    private readonly TokenRules _rules;
    private readonly CandidateSet _candidates;
    private readonly RemoteKind _kind;
    private readonly IPromptEncoder _prompt;
    private readonly EngineOptions _options;
    private readonly EngineCounters _counters;
    private readonly EngineInstruments _instruments;
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _isHandedBack;
    private int _queued;

    /// <summary>Opens the engine; nothing is asked of the server yet.</summary>
    /// <param name="folder">The model's, with its endpoint.</param>
    /// <param name="options">How much may wait.</param>
    /// <param name="key">The server's key; null for none.</param>
    public RemoteProposerEngine(ModelFolder folder, EngineOptions options, string? key)
    {
        var endpoint = folder.Remote ?? throw new ArgumentException("The folder names no server.", nameof(folder));
        _kind = endpoint.Kind;
        (_options, _tokenizer, _prompt) = (options.Validated(), folder.Tokenizer, folder.Prompt);
        _client = new CompletionClient(endpoint, key, options.Clock);
        _rules = TokenRules.Of(folder.Tokenizer, folder.Descriptor.StepDelimiter, folder.Ends);
        _candidates = new CandidateSet(_rules.Candidates);
        _counters = new EngineCounters(options.Clock);
        Card = folder.Descriptor.Card;
        _instruments = new EngineInstruments(Card, () => Metrics, () => Load);
    }

    /// <summary>Opens the engine, and asks the server for a token: one that cannot serve is refused before work starts.</summary>
    /// <exception cref="ModelLoadException">The server does not answer, refuses, or does not give what is needed.</exception>
    public static async Task<RemoteProposerEngine> OpenAsync(ModelFolder folder, EngineOptions options, string? key)
    {
        var engine = new RemoteProposerEngine(folder, options, key);
        try
        {
            var sampling = new Sampling(Temperature: 0, MaxStepTokens: 1, MaxAnswerTokens: 1);
            await engine._client.AskAsync(new CompletionCall(folder.ProbeText, 1, 0, sampling, []), RetryRule.FirstTries, CancellationToken.None).ConfigureAwait(false);
            return engine;
        }
        catch (Exception fault) when (fault is HttpRequestException or RemoteAnswerException or RemoteRefusedException or OperationCanceledException)
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw new ModelLoadException(
                folder.Path,
                [new ModelFault(
                    ModelDescriptor.FileName,
                    $"a server at {folder.Remote!.Url} that continues a prompt of ids and gives ids back ({fault.Message})",
                    "Start the server, or correct 'remote'; docs/models.md says how each kind is started.")],
                fault);
        }
    }

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    public EngineLoad Load => _client.Load is var (running, _, limit)
        ? new EngineLoad(limit, running, Math.Max(0, Volatile.Read(ref _queued) - running), _options.MaxQueuedChildren)
        : default;

    /// <inheritdoc/>
    public EngineMetrics Metrics => _counters.Snapshot();

    /// <inheritdoc/>
    public bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply)
    {
        ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
        ProposeCheck.ThrowIfMalformed(request, _tokenizer.Size);
        reply = null;
        var waiting = Volatile.Read(ref _queued);
        if (_isHandedBack || (waiting > 0 && waiting + request.Count > _options.MaxQueuedChildren))
        {
            return false;
        }

        Interlocked.Add(ref _queued, request.Count);
        reply = ProposeAsync(request, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    public void HandBack() => _isHandedBack = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        _instruments.Dispose();
        _client.Dispose();
        _closing.Dispose();
    }

    private async Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _closing.Token);
        try
        {
            await Task.Yield(); // Whoever asks does not wait for the encoding.
            if (!request.Taken.IsEmpty)
            {
                throw new ArgumentException(
                    "A server cannot draw children that must differ from others: use a strategy that samples freely.", nameof(request));
            }

            var prompt = _prompt.With(request.Sampling.Preface).EncodeOrThrow(request.Prefix, Card.ContextTokens, request.Sampling.MaxAnswerTokens);
            var job = new ProposeJob(request, prompt, Card.ContextTokens, new AdmissionLimit(request.Count));
            if (ProposeCheck.FaultOf(request, job, Card.ContextTokens) is { } fault)
            {
                throw fault;
            }

            var text = job.NewContinuation(_tokenizer, _rules);
            var children = text.Siblings.Select(sibling => DrawAsync(request, job, text.Branch([sibling]), sibling, either.Token)).ToArray();
            return new ProposeReply([.. await Task.WhenAll(children).ConfigureAwait(false)], prompt.Length);
        }
        catch (Exception fault) when (fault is HttpRequestException or RemoteAnswerException or RemoteRefusedException)
        {
            throw new ModelFaultException(Card.Name, fault);
        }
        finally
        {
            Interlocked.Add(ref _queued, -request.Count);
        }
    }

    private async Task<Proposal> DrawAsync(
        ExpandRequest request, ProposeJob job, Continuation text, Sibling sibling, CancellationToken cancellationToken)
    {
        var arrived = _counters.Now();
        await _client.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isHandedBack)
            {
                throw new HandedBackException();
            }

            _counters.Started(arrived);
            _counters.Began(1);
            var call = new CompletionCall([.. job.Prompt, .. job.Replay], TokensFor(request, job), sibling.Key.Value, request.Sampling, StopsFor(request));
            var completion = await _client.AskAsync(call, RetryRule.Tries, cancellationToken).ConfigureAwait(false);
            _counters.Generated(completion.Tokens.Length);
            return Cut(completion, text);
        }
        finally
        {
            _client.Leave();
        }
    }

    private static int TokensFor(ExpandRequest request, ProposeJob job) => request.Extent.MaxSteps == 1
        ? Math.Min(job.RoomTokens, request.Sampling.MaxStepTokens)
        : job.RoomTokens;

    // A server that stops at a heading would never begin a step, and one that leaves the delimiter off its tokens would seem to have ended.
    private ImmutableArray<string> StopsFor(ExpandRequest request)
    {
        var delimiter = request.Sampling.StepDelimiter ?? _rules.Delimiter;
        return request.Extent.MaxSteps == 1 && string.IsNullOrWhiteSpace(delimiter) && _kind != RemoteKind.LlamaServer
            ? [delimiter, .. request.Sampling.Stop]
            : request.Sampling.Stop;
    }

    private Proposal Cut(Completion completion, Continuation text)
    {
        foreach (var (i, id) in completion.Tokens.Index())
        {
            if (!_candidates.Contains(id))
            {
                throw new RemoteAnswerException($"tokens of the folder's tokenizer, and {id} is none: the server runs another model");
            }

            var log = completion.LogProbabilities.IsEmpty ? 0 : completion.LogProbabilities[i];
            if (text.Accept(new SampledToken(id, log)))
            {
                return text.ToProposal(); // What the server wrote beyond is dropped: here a step has a limit of its own.
            }
        }

        // Some servers leave the mark off.
        if (completion.IsEnded && text.Accept(new SampledToken(_rules.Ends[0], 0)))
        {
            return text.ToProposal();
        }

        throw new RemoteAnswerException("as many tokens as were asked for, or an end");
    }
}
