using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Engines;

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

    [Fact]
    public async Task Moves_every_figure_of_an_engine_that_has_seen_everything()
    {
        var options = new EngineOptions { MaxRows = 4, MaxKeptTokens = 90 };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        model.MostRows = 3;
        var steps = (await engine.Propose(new ExpandRequest(Some.Prefix(), 0, 4, Extent.Step, Some.Sampling))).Proposals;
        var prefix = Some.Prefix() with { Path = [0], Steps = steps[0].Steps };
        await engine.Propose(new ExpandRequest(prefix, 0, 4, Extent.Step, Some.Sampling));
        model.NextFault = new InvalidOperationException("Lost.");
        model.Gate(); // All are there before the first runs on, so that there is no memory for their rows.
        var crowd = Task.WhenAll(Enumerable.Range(2, 4).Select(problem => engine.Propose(Some.Answers(3, problem))));
        await model.ArrivedAsync();
        model.Open();
        await crowd;
        model.Gate();
        var running = Task.WhenAll(Enumerable.Range(9, 8).Select(problem => engine.Propose(Some.Answers(12, problem))));
        await model.ArrivedAsync();
        model.Release(1);
        await model.ArrivedAsync(); // The number of running rows is published at the end of a step.

        var seen = Listen(engine.Metrics.GeneratedTokens);
        model.Open(); // Before anything is held against it: the engine could not be closed at the gate.
        await running;

        string[] sums =
        [
            "tokens prefilled", "tokens restored", "tokens replayed", "tokens generated", "steps",
            "rows", "requests", "children", "evictions",
            "queue.time", "run.time", "step.time", "busy.time", "looked_up", "shortages", "failures",
        ];
        string[] levels = ["rows.in_use", "rows.capacity", "queue.children", "kept"];
        string[] expected = [.. sums, .. levels, "scores"]; // Of a verifier alone.
        Assert.Equal(expected.Select(name => $"reckon.inference.{name}")
            .Order(StringComparer.Ordinal), seen.Keys.Order(StringComparer.Ordinal));
        Assert.All(sums.Concat(levels), name => Assert.True(seen[$"reckon.inference.{name}"] > 0, $"{name} does not move."));
    }

    [Fact]
    public async Task Counts_the_steps_that_a_verifier_scores()
    {
        await using var verifier = SimulatedEngines.OpenVerifier(Some.Language, new EngineOptions(), DevicePace.Instant);
        var proposals = new[] { "choose a", "choose b" }.Select(text => new Proposal([new Step(text, [], 0)], Ending.Open));

        await verifier.Judge(Some.Prefix(), [.. proposals]);

        var metrics = verifier.Metrics;
        Assert.Equal((2, 2, 1), (metrics.ScoredSteps, metrics.StartedChildren, metrics.StartedRequests));
        Assert.Equal(metrics.LookedUpTokens, metrics.PrefilledTokens + metrics.RestoredTokens);
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
        var meters = seen.Where(figure => figure.Source == "generated" && figure.Value == generated)
            .Select(figure => figure.Instrument.Meter).ToHashSet();
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
