using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.TokenSampling;
using Reckon.Search.Running;

namespace Reckon.Inference.Engines;

/// <summary>Proposes continuations, batching whatever it is asked for. Safe for any number of threads.</summary>
public interface IProposerEngine : IAsyncDisposable
{
    /// <summary>Its model.</summary>
    ModelCard Card { get; }

    /// <summary>How busy it is now.</summary>
    EngineLoad Load { get; }

    /// <summary>What it has done since it was opened.</summary>
    EngineMetrics Metrics { get; }

    /// <summary>
    /// Takes a request, or returns false when its queue is full: nothing has happened then, and later it may have room.
    /// The reply holds the children in order of index, and has the same bits whatever else the engine does.
    /// </summary>
    /// <remarks>
    /// The task fails with <see cref="TextTooLongException"/> or <see cref="InvalidLogitsException"/> for faults of this
    /// request alone, and with <see cref="ModelFaultException"/> when the model failed under it: trying elsewhere may help.
    /// It is cancelled with <paramref name="cancellationToken"/>, and its rows are free again soon after.
    /// </remarks>
    bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply);

    /// <summary>
    /// Gives back what has not begun: its tasks fail with <see cref="HandedBackException"/>, and from now on no request is taken. What has
    /// begun is finished. For an engine that is about to be closed.
    /// </summary>
    void HandBack();
}
