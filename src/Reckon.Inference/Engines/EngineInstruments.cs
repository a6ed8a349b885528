using System.Diagnostics.Metrics;

namespace Reckon.Inference.Engines;

/// <summary>
/// Shows an engine's figures to the listeners of the meter <see cref="MeterName"/>. All are read when asked for, so listeners do not slow
/// the engine down. Times and counts are sums: the rate of one over the rate of another is a mean.
/// </summary>
internal sealed class EngineInstruments : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Reckon.Inference";

    private readonly Meter _meter = new(MeterName);
    private readonly KeyValuePair<string, object?>[] _tags;

    /// <param name="card">Whose figures: a tag on each.</param>
    /// <param name="metrics">What the engine has done.</param>
    /// <param name="load">How busy it is.</param>
    public EngineInstruments(ModelCard card, Func<EngineMetrics> metrics, Func<EngineLoad> load)
    {
        _tags = [new("model", card.Name), new("role", card.Role.ToString())];
        _meter.CreateObservableCounter("reckon.inference.tokens", () => Tokens(metrics()), "{token}", "By how they came to be in a slot.");
        Sum("reckon.inference.steps", "{step}", "Decode steps.", () => metrics().DecodeSteps);
        Sum(
            "reckon.inference.rows", "{row}", "Rows of all decode steps: over steps, the mean batch; over the capacity too, the occupancy.",
            () => metrics().DecodedRows);
        Sum("reckon.inference.step.time", "s", "Inside decode steps: over steps, the mean.", () => metrics().StepSeconds);
        Sum(
            "reckon.inference.looked_up", "{token}", "That requests began with: the tokens restored, over these, are the hit rate.",
            () => metrics().LookedUpTokens);
        Sum(
            "reckon.inference.shortages", "{run}", "Runs that found no memory and were made again with less.",
            () => metrics().MemoryShortages);
        Sum("reckon.inference.failures", "{run}", "Runs that failed for another reason.", () => metrics().FailedRuns);
        Sum("reckon.inference.scores", "{step}", "Steps scored.", () => metrics().ScoredSteps);
        Sum("reckon.inference.requests", "{request}", "Requests begun.", () => metrics().StartedRequests);
        Sum("reckon.inference.children", "{child}", "Children begun; for a verifier, continuations.", () => metrics().StartedChildren);
        Sum("reckon.inference.evictions", "{prefix}", "Cached chunks that made room for others.", () => metrics().EvictedPrefixes);
        Sum(
            "reckon.inference.queue.time", "s", "Waited by requests before they began: over requests, the mean.",
            () => metrics().QueueSeconds);
        Sum("reckon.inference.run.time", "s", "Inside the model's runs: over busy time, the share in Run.", () => metrics().ModelSeconds);
        Sum("reckon.inference.busy.time", "s", "With something to do: over time, the saturation.", () => metrics().BusySeconds);
        Level("reckon.inference.rows.in_use", "{row}", "Rows that run now.", () => load().RowsInUse);
        Level("reckon.inference.rows.capacity", "{row}", "Rows that can run at once.", () => load().MaxRows);
        Level("reckon.inference.queue.children", "{child}", "Accepted and not yet started.", () => load().Queued);
        Level("reckon.inference.kept", "{token}", "Tokens that the prefix cache holds.", () => metrics().CachedTokens);
    }

    /// <summary>Withdraws the figures.</summary>
    public void Dispose() => _meter.Dispose();

    private void Sum<T>(string name, string unit, string description, Func<T> value)
        where T : struct =>
        _meter.CreateObservableCounter(name, () => new Measurement<T>(value(), _tags), unit, description);

    private void Level<T>(string name, string unit, string description, Func<T> value)
        where T : struct =>
        _meter.CreateObservableGauge(name, () => new Measurement<T>(value(), _tags), unit, description);

    private Measurement<long>[] Tokens(EngineMetrics metrics) =>
    [
        new(metrics.PrefilledTokens, [.. _tags, new("source", "prefilled")]),
        new(metrics.RestoredTokens, [.. _tags, new("source", "restored")]),
        new(metrics.ReplayedTokens, [.. _tags, new("source", "replayed")]),
        new(metrics.GeneratedTokens, [.. _tags, new("source", "generated")]),
    ];
}
