using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Inference.Tokens;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Remote;

/// <summary>
/// A verifier on a server. Problems and steps are put together here, in ids, by the same layouts as for a verifier that runs here; the
/// server is asked for the values at their ends.
/// </summary>
public sealed class RemoteVerifierEngine : IVerifierEngine
{
    private readonly RemoteDesk _desk;
    private readonly ScoreAsker _asker;
    private readonly IPromptEncoder _prompt;
    private readonly IStepEncoder _steps;

    /// <summary>Opens the engine; nothing is asked of the server yet.</summary>
    /// <param name="folder">The model's, with its endpoint.</param>
    /// <param name="options">How much may wait.</param>
    /// <param name="key">The server's key; null for none.</param>
    public RemoteVerifierEngine(ModelFolder folder, EngineOptions options, string? key)
    {
        if (folder.Remote?.Scores is not { } scores)
        {
            throw new ArgumentException("The folder names no server of a verifier.", nameof(folder));
        }

        _desk = new RemoteDesk(folder, options, key);
        _asker = new ScoreAsker(_desk, folder.Remote, scores);
        _prompt = folder.Prompt;
        _steps = folder.Layout is { } layout
            ? new LayoutSteps(folder.Tokenizer, layout, folder.Begin)
            : new StepEncoder(folder.Tokenizer, folder.Delimiter!.Value, folder.Ends[0]); // Without a layout there is one: the reader saw to it.
        Card = folder.Descriptor.Card;
    }

    /// <summary>Opens the engine, and asks the server to judge a text: one that cannot serve is refused before work starts.</summary>
    /// <exception cref="ModelLoadException">The server does not answer, refuses, or does not give what is needed.</exception>
    public static async Task<RemoteVerifierEngine> OpenAsync(
        ModelFolder folder, EngineOptions options, string? key, CancellationToken cancellationToken = default)
    {
        var engine = new RemoteVerifierEngine(folder, options, key);
        try
        {
            await engine._asker.TryOutAsync(engine.Probe(folder), folder, cancellationToken).ConfigureAwait(false);
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
    public bool TryJudge(
        Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<JudgeReply>? reply)
    {
        var isAdmitted = _desk.TryAdmit(continuations.Length, this);
        reply = isAdmitted ? _desk.ServeAsync(continuations.Length, token => JudgeAsync(prefix, continuations, token), cancellationToken) : null;
        return isAdmitted;
    }

    /// <inheritdoc/>
    public void HandBack() => _desk.HandBack();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken)
    {
        var job = JudgeJob.Of(_prompt, _steps, prefix, continuations, Card.ContextTokens, new AdmissionLimit(continuations.Length));
        if (job.LongestTokens > Card.ContextTokens)
        {
            throw job.TooLong(Card.ContextTokens);
        }

        _desk.Counters.Began(continuations.Length);
        var (scores, usage) = await _asker.AskAsync(job, cancellationToken).ConfigureAwait(false);
        _desk.Counters.Scored(scores.Sum(row => row.Length));
        return job.ReplyOf(scores) with { Usage = usage };
    }

    // Texts that any tokenizer can write: its own.
    private JudgeJob Probe(ModelFolder folder)
    {
        var text = folder.Tokenizer.Decode(folder.ProbeText.AsSpan());
        var step = new Step(folder.Tokenizer.Decode(folder.ProbeText.AsSpan()[..2]), [.. folder.ProbeText.Take(2)], 0);
        return JudgeJob.Of(
            _prompt, _steps, new Prefix(new Problem("probe", text, "", "", 0), 0, [], []), [new Proposal([step, step], Ending.Open)],
            Card.ContextTokens, new AdmissionLimit(1));
    }
}
