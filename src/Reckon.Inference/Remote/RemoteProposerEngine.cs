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
    private readonly RemoteDesk _desk;
    private readonly RemoteEndpoint _endpoint;
    private readonly ITokenizer _tokenizer;
    private readonly TokenRules _rules;
    private readonly CandidateSet _candidates;
    private readonly IPromptEncoder _prompt;

    /// <summary>Opens the engine; nothing is asked of the server yet.</summary>
    /// <param name="folder">The model's, with its endpoint.</param>
    /// <param name="options">How much may wait.</param>
    /// <param name="key">The server's key; null for none.</param>
    public RemoteProposerEngine(ModelFolder folder, EngineOptions options, string? key)
    {
        _desk = new RemoteDesk(folder, options, key);
        _endpoint = folder.Remote!; // Or there were no desk.
        (_tokenizer, _prompt) = (folder.Tokenizer, folder.Prompt);
        _rules = TokenRules.Of(folder.Tokenizer, folder.Descriptor.StepDelimiter, folder.Ends);
        _candidates = new CandidateSet(_rules.Candidates);
        Card = folder.Descriptor.Card;
    }

    /// <summary>Opens the engine, and asks the server for a token: one that cannot serve is refused before work starts.</summary>
    /// <exception cref="ModelLoadException">The server does not answer, refuses, or does not give what is needed.</exception>
    public static async Task<RemoteProposerEngine> OpenAsync(
        ModelFolder folder, EngineOptions options, string? key, CancellationToken cancellationToken = default)
    {
        var engine = new RemoteProposerEngine(folder, options, key);
        try
        {
            var sampling = new Sampling(Temperature: 0, MaxStepTokens: 1, MaxAnswerTokens: 1);
            var first = CompletionForm.Of(engine._endpoint, new CompletionCall(folder.ProbeText, 1, 0, sampling, []));
            await engine._desk.TryOutAsync(
                first with { Read = text => engine.Known(first.Read(text)) }, folder, "continues a prompt of ids and gives ids back", cancellationToken).ConfigureAwait(false);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    public EngineLoad Load => _desk.Load;

    /// <inheritdoc/>
    public EngineMetrics Metrics => _desk.Counters.Snapshot();

    /// <inheritdoc/>
    public bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply)
    {
        ProposeCheck.ThrowIfMalformed(request, _tokenizer.Size);
        var isAdmitted = _desk.TryAdmit(request.Count, this);
        reply = isAdmitted ? _desk.ServeAsync(request.Count, token => ProposeAsync(request, token), cancellationToken) : null;
        return isAdmitted;
    }

    /// <inheritdoc/>
    public void HandBack() => _desk.HandBack();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
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
        var children = text.Siblings.Select(sibling => DrawAsync(request, job, text.Branch([sibling]), sibling, cancellationToken)).ToArray();
        var drawn = await Task.WhenAll(children).ConfigureAwait(false);
        return new ProposeReply([.. drawn.Select(child => child.Proposal)], prompt.Length)
        {
            Usage = drawn.Aggregate(default(ServerUsage), (sum, child) => sum + child.Usage),
        };
    }

    private async Task<(Proposal Proposal, ServerUsage Usage)> DrawAsync(
        ExpandRequest request, ProposeJob job, Continuation text, Sibling sibling, CancellationToken cancellationToken)
    {
        var call = new CompletionCall([.. job.Prompt, .. job.Replay], TokensFor(request, job), sibling.Key.Value, request.Sampling, StopsFor(request));
        var completion = await _desk.AskAsync(CompletionForm.Of(_endpoint, call), cancellationToken).ConfigureAwait(false);
        _desk.Counters.Began(1);
        _desk.Counters.Generated(completion.Tokens.Length);
        var usage = _desk.Bill(completion.Usage ?? new ServerUsage(call.Prompt.Length, 0, completion.Tokens.Length));
        return (Cut(Known(completion), text), usage);
    }

    private static int TokensFor(ExpandRequest request, ProposeJob job) => request.Extent.MaxSteps == 1
        ? Math.Min(job.RoomTokens, request.Sampling.MaxStepTokens)
        : job.RoomTokens;

    // A server that stops at a heading would never begin a step, and one that leaves the delimiter off its tokens would seem to have ended.
    private ImmutableArray<string> StopsFor(ExpandRequest request)
    {
        var delimiter = request.Sampling.StepDelimiter ?? _rules.Delimiter;
        return request.Extent.MaxSteps == 1 && string.IsNullOrWhiteSpace(delimiter) && _endpoint.Kind != RemoteKind.LlamaServer
            ? [delimiter, .. request.Sampling.Stop]
            : request.Sampling.Stop;
    }

    private Completion Known(Completion completion) => completion.Tokens.Where(id => !_candidates.Contains(id)).Select(id => (int?)id).FirstOrDefault() is { } id
        ? throw new RemoteAnswerException($"tokens of the folder's tokenizer, and {id} is none: the server runs another model")
        {
            Remedy = "Take the tokenizer of the model that the server runs, or correct 'remote.model'.",
        }
        : completion;

    private Proposal Cut(Completion completion, Continuation text)
    {
        foreach (var (i, id) in completion.Tokens.Index())
        {
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
