using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Reckon.Api.Metrics;

/// <summary>Collects what the meters of this process measure, so that it can be read at any time.</summary>
public sealed class MetricCollector : IDisposable
{
    private const int MaxSeries = 10_000; // A label with a value of its own for each request would otherwise fill the memory.

    private static readonly string[] _meters = ["Reckon", "reckon", "Microsoft.Orleans", "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = new();

    /// <summary>Begins to collect.</summary>
    public MetricCollector()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Any(meter => instrument.Meter.Name.StartsWith(meter, StringComparison.Ordinal)))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<byte>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<short>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((instrument, value, tags, _) => Take(instrument, (double)value, tags));
        _listener.Start();
    }

    /// <summary>All that was measured, in the text format of Prometheus (version 0.0.4).</summary>
    public string Text()
    {
        _listener.RecordObservableInstruments();
        return PrometheusText.Of(_series.Select(entry => (entry.Key.Instrument, entry.Key.Labels, entry.Value)));
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, PrometheusText.Labels(tags));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MaxSeries)
            {
                return;
            }

            series = _series.GetOrAdd(key, _ => new Series());
        }

        switch (KindOf(instrument))
        {
            case "histogram":
                series.Observe(value);
                break;
            case "counter" when !instrument.IsObservable:
                series.Add(value);
                break;
            case "gauge" when IsUpDown(instrument) && !instrument.IsObservable:
                series.Add(value);
                break;
            default:
                series.Set(value); // An observable counter tells its sum.
                break;
        }
    }

    /// <summary>The type that Prometheus gives an instrument.</summary>
    internal static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().Name;
        return type.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : type.StartsWith("Counter", StringComparison.Ordinal) || type.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
            : "gauge";
    }

    private static bool IsUpDown(Instrument instrument) => instrument.GetType().Name.StartsWith("UpDownCounter", StringComparison.Ordinal);
}
