using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Reckon.Inference.Tests;

public sealed class EngineInstrumentsTests
{
    [Fact]
    public async Task Shows_what_an_engine_has_done_and_ends_with_it()
    {
        var language = Some.Language with { Seed = 77 };
        var engine = SimulatedEngines.OpenProposer(language, new EngineOptions(), DevicePace.Instant);
        await engine.Propose(Some.Answers(5));
        var expected = engine.Metrics;

        var seen = Listen(expected.GeneratedTokens);

        Assert.Equal(expected.PrefilledTokens, seen["reckon.inference.tokens prefilled"]);
        Assert.Equal(expected.GeneratedTokens, seen["reckon.inference.tokens generated"]);
        Assert.Equal(1, seen["reckon.inference.requests"]);
        Assert.True(seen["reckon.inference.busy.time"] >= seen["reckon.inference.run.time"]);
        await engine.DisposeAsync();
        Assert.Empty(Listen(expected.GeneratedTokens));
    }

    // Other tests' engines show their figures too: the one that is meant is known by what it has drawn.
    private static Dictionary<string, double> Listen(long generated)
    {
        var seen = new ConcurrentBag<(Instrument Instrument, string Source, double Value)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == EngineInstruments.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => seen.Add((instrument, SourceOf(tags), value)));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => seen.Add((instrument, SourceOf(tags), value)));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => seen.Add((instrument, SourceOf(tags), value)));
        listener.Start();
        listener.RecordObservableInstruments();
        var meters = seen.Where(figure => figure.Source == "generated" && figure.Value == generated).Select(figure => figure.Instrument.Meter).ToHashSet();
        return seen.Where(figure => meters.Contains(figure.Instrument.Meter))
            .ToDictionary(figure => $"{figure.Instrument.Name} {figure.Source}".TrimEnd(), figure => figure.Value);
    }

    private static string SourceOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags)
        {
            if (tag.Key == "source")
            {
                return (string)tag.Value!;
            }
        }

        return "";
    }
}
