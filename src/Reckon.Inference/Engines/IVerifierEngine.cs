using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Engines;

/// <summary>Scores steps. Safe for any number of threads.</summary>
public interface IVerifierEngine : IAsyncDisposable
{
    /// <summary>Its model.</summary>
    ModelCard Card { get; }

    /// <summary>How busy it is now. Children are continuations to be scored.</summary>
    EngineLoad Load { get; }

    /// <summary>What it has done since it was opened.</summary>
    EngineMetrics Metrics { get; }

    /// <summary>
    /// Takes a request, or returns false when its queue is full: nothing has happened then, and later it may have room.
    /// The reply holds one score in [0, 1] for each step of each continuation, in order.
    /// </summary>
    /// <remarks>The task ends as that of <see cref="IProposerEngine.TryPropose"/> does.</remarks>
    bool TryJudge(
        Prefix prefix,
        ImmutableArray<Proposal> continuations,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out Task<JudgeReply>? reply);

    /// <summary>
    /// Gives back what has not begun: its tasks fail with <see cref="HandedBackException"/>, and from now on no request is taken. What has
    /// begun is finished. For an engine that is about to be closed.
    /// </summary>
    void HandBack();
}
