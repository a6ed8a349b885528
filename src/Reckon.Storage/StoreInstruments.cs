using System.Diagnostics.Metrics;

namespace Reckon.Storage;

/// <summary>Shows how the store stands, as this silo sees it, under the meter <see cref="MeterName"/>.</summary>
internal sealed class StoreInstruments : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Reckon.Storage";

    private readonly Meter _meter = new(MeterName);
    private StoreReading? _last;

    public StoreInstruments()
    {
        Level("reckon.store.answers", "1", "1 where the store answered at the last look, else 0.", it => it.Answers ? 1 : 0);
        Level("reckon.store.memory.used", "By", "What the store's data take.", it => it.MemoryUsed);
        Level("reckon.store.memory.limit", "By", "The most that they may take; 0 where there is no limit.", it => it.MemoryLimit);
        Level(
            "reckon.store.appends", "1", "1 where the store's last write to its append-only file succeeded, else 0; not told where it has none.",
            it => it.IsAppended is { } isAppended ? (isAppended ? 1 : 0) : null);
    }

    /// <summary>Notes how the store stands.</summary>
    public void Note(StoreReading reading) => Volatile.Write(ref _last, reading);

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private void Level(string name, string unit, string description, Func<StoreReading, long?> value) => _meter.CreateObservableGauge(
        name, () => Volatile.Read(ref _last) is { } last && value(last) is { } now ? (IEnumerable<Measurement<long>>)[new(now)] : [], unit, description);
}
