using Reckon.Contracts.Workers;
using Reckon.Inference.Engines;
using Reckon.Inference.TokenSampling;

namespace Reckon.Worker;

/// <summary>Asks one engine, makes every failure an answer, and counts what is there. Safe for any number of threads.</summary>
/// <param name="engine">The engine.</param>
/// <param name="ran">Seconds that its model has run so far.</param>
internal sealed class EngineDoor<TEngine>(TEngine engine, Func<TEngine, double> ran)
{
    private readonly SharedTime _shared = new();
    private int _outstanding;

    /// <summary>The engine.</summary>
    public TEngine Engine => engine;

    /// <summary>Children (or continuations) that were asked for and have no answer yet.</summary>
    public int Outstanding => Volatile.Read(ref _outstanding);

    /// <summary>The engine's answer, as a status, and the share of the model's time that it took.</summary>
    /// <param name="children">Children asked for.</param>
    /// <param name="ask">Asks; null when the engine is full.</param>
    /// <param name="caller">Whoever asks may give up: then this throws.</param>
    public async Task<(WorkStatus Status, TReply? Reply, string? Error, TimeSpan DeviceTime)> AskAsync<TReply>(
        int children, Func<TEngine, Task<TReply>?> ask, CancellationToken caller)
        where TReply : class
    {
        Interlocked.Add(ref _outstanding, children);
        var entered = _shared.Enter(children, ran(engine));
        double time;
        (WorkStatus Status, TReply? Reply, string? Error) answer;
        try
        {
            answer = await AnswerAsync(ask, caller);
        }
        finally
        {
            time = _shared.Leave(children, ran(engine), entered);
            Interlocked.Add(ref _outstanding, -children);
        }

        return (answer.Status, answer.Reply, answer.Error, TimeSpan.FromSeconds(time));
    }

    private async Task<(WorkStatus Status, TReply? Reply, string? Error)> AnswerAsync<TReply>(
        Func<TEngine, Task<TReply>?> ask, CancellationToken caller)
        where TReply : class
    {
        try
        {
            return ask(engine) is { } reply ? (WorkStatus.Done, await reply, null) : (WorkStatus.Busy, null, null);
        }
        catch (Exception cause) when (!caller.IsCancellationRequested)
        {
            return (StatusOf(cause), null, cause.Message);
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
