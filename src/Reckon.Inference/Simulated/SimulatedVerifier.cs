using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Simulated;

/// <summary>An engine without a model: its scores are those of a hash, and it takes the time that a device would.</summary>
public sealed class SimulatedVerifier : IVerifierEngine
{
    private readonly SimulatedRates _rates;
    private readonly TimedRows _rows;
    private readonly EngineInstruments _instruments;

    /// <param name="clock">Keeps the time; shared by the devices of a process.</param>
    /// <param name="rates">How fast it is.</param>
    /// <param name="options">Its rows and its queue.</param>
    public SimulatedVerifier(SimulatedClock clock, SimulatedRates rates, EngineOptions options)
    {
        (_rates, Card) = (rates, SimulatedCards.Verifier(rates));
        _rows = new TimedRows(clock, options.Validated().MaxRows, options.MaxQueuedChildren);
        _instruments = new EngineInstruments(Card, () => Metrics, () => Load);
    }

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    public EngineLoad Load => _rows.Load;

    /// <inheritdoc/>
    public EngineMetrics Metrics => new(_rows.Tokens, 0, 0, 0, 0, 0, _rows.BusySeconds, _rows.BusySeconds, 0);

    /// <inheritdoc/>
    public bool TryJudge(
        Prefix prefix,
        ImmutableArray<Proposal> continuations,
        CancellationToken cancellationToken,
        [NotNullWhen(true)] out Task<JudgeReply>? reply)
    {
        var done = new TaskCompletionSource<JudgeReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var rows = Math.Clamp(continuations.Length, 1, Load.MaxRows);
        var tokens = continuations.Sum(continuation => continuation.Steps.Sum(step => step.Tokens.Length));
        reply = done.Task;
        return _rows.TryRun(
            rows, _rates.JudgeTime * Math.Max(1, Math.Ceiling((double)continuations.Length / rows)), tokens,
            () => done.TrySetResult(new JudgeReply(
                [.. continuations.Select(SimulatedTexts.VerdictOn)], SimulatedTokens.Of(prefix.Problem.Question))),
            () => done.TrySetException(new HandedBackException()));
    }

    /// <inheritdoc/>
    public void HandBack() => _rows.HandBack();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _instruments.Dispose();
        return ValueTask.CompletedTask;
    }
}
