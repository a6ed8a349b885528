using System.Diagnostics.CodeAnalysis;
using Reckon.Inference.Engines;
using Reckon.Search.Running;

namespace Reckon.Inference.Simulated;

/// <summary>An engine without a model: it writes texts of real size, and takes the time that a device would.</summary>
public sealed class SimulatedProposer : IProposerEngine
{
    private readonly SimulatedRates _rates;
    private readonly TimedRows _rows;
    private readonly EngineInstruments _instruments;

    /// <param name="clock">Keeps the time; shared by the devices of a process.</param>
    /// <param name="rates">How fast it is.</param>
    /// <param name="options">Its rows and its queue.</param>
    public SimulatedProposer(SimulatedClock clock, SimulatedRates rates, EngineOptions options)
    {
        (_rates, Card) = (rates, SimulatedCards.Proposer(rates));
        _rows = new TimedRows(clock, options.Validated().MaxRows, options.MaxQueuedChildren);
        _instruments = new EngineInstruments(Card, () => Metrics, () => Load);
    }

    /// <inheritdoc/>
    public ModelCard Card { get; }

    /// <inheritdoc/>
    public EngineLoad Load => _rows.Load;

    /// <inheritdoc/>
    public EngineMetrics Metrics => new(0, 0, _rows.Tokens, 0, 0, 0, _rows.BusySeconds, _rows.BusySeconds, 0);

    /// <inheritdoc/>
    public bool TryPropose(ExpandRequest request, CancellationToken cancellationToken, [NotNullWhen(true)] out Task<ProposeReply>? reply)
    {
        var done = new TaskCompletionSource<ProposeReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokens = SimulatedTexts.StepsOf(request, _rates) * SimulatedTexts.StepTokens(request.Sampling, _rates);
        var rows = Math.Min(request.Count, Load.MaxRows);
        reply = done.Task;
        return _rows.TryRun(
            rows, _rates.TimeOf(tokens) * Math.Ceiling((double)request.Count / rows), request.Count * tokens,
            () => done.TrySetResult(SimulatedTexts.Reply(request, _rates)), () => done.TrySetException(new HandedBackException()));
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
