using Reckon.Inference.Engines;
using Reckon.Inference.TokenSampling;
using Reckon.Contracts.Workers;

namespace Reckon.Worker;

/// <summary>Asks one engine, makes every failure an answer, and counts what is there. Safe for any number of threads.</summary>
internal sealed class EngineDoor<TEngine>(TEngine engine)
{
    private int _outstanding;

    /// <summary>The engine.</summary>
    public TEngine Engine => engine;

    /// <summary>Children (or continuations) that were asked for and have no answer yet.</summary>
    public int Outstanding => Volatile.Read(ref _outstanding);

    /// <summary>The engine's answer, as a status.</summary>
    /// <param name="children">Children asked for.</param>
    /// <param name="ask">Asks; null when the engine is full.</param>
    /// <param name="caller">Whoever asks may give up: then this throws.</param>
    public async Task<(WorkStatus Status, TReply? Reply, string? Error)> AskAsync<TReply>(
        int children, Func<TEngine, Task<TReply>?> ask, CancellationToken caller)
        where TReply : class
    {
        Interlocked.Add(ref _outstanding, children);
        try
        {
            return ask(engine) is { } reply ? (WorkStatus.Done, await reply, null) : (WorkStatus.Busy, null, null);
        }
        catch (Exception cause) when (!caller.IsCancellationRequested)
        {
            return (StatusOf(cause), null, cause.Message);
        }
        finally
        {
            Interlocked.Add(ref _outstanding, -children);
        }
    }

    // A request that is malformed or too long fails anywhere; the model or the device of another worker may not fail. What an engine
    // gives back, or had to leave at the end of its time, another takes.
    private static WorkStatus StatusOf(Exception cause) => cause switch
    {
        HandedBackException or OperationCanceledException => WorkStatus.Busy,
        ArgumentException or InvalidLogitsException => WorkStatus.Rejected,
        _ => WorkStatus.Failed,
    };
}
