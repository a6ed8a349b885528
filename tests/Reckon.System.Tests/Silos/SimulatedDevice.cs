using Reckon.Inference.Engines;
using Reckon.Inference.Proposing;
using Reckon.Inference.Slots;
using Reckon.Inference.TokenSampling;
using Reckon.Simulation;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

/// <summary>Devices with simulated models: the real engines, but no network to run.</summary>
internal static class SimulatedDevice
{
    private static readonly SimulatedLanguage _language = new();

    /// <summary>The pools that every device serves.</summary>
    public static string ProposerPool { get; } = PoolOfProposer();

    /// <summary>The pools that every device serves.</summary>
    public static string VerifierPool { get; } = PoolOfVerifier();

    /// <summary>A device that takes no time.</summary>
    public static DeviceEngines Instant(int rows = 16) => With(DevicePace.Instant, rows);

    /// <summary>A device that takes no time, under <paramref name="options"/>.</summary>
    public static DeviceEngines Instant(EngineOptions options) => With(DevicePace.Instant, options);

    /// <summary>A device that takes no time and notes in <paramref name="ledger"/> what it does.</summary>
    public static DeviceEngines Counted(WorkLedger ledger)
    {
        var options = new EngineOptions { MaxRows = 16 };
        return new DeviceEngines(
            [new CountedProposer(SimulatedEngines.OpenProposer(_language, options, DevicePace.Instant), ledger)],
            [new CountedVerifier(SimulatedEngines.OpenVerifier(_language, options, DevicePace.Instant), ledger)]);
    }

    /// <summary>A device that takes a millisecond for a run, so that something can happen meanwhile.</summary>
    public static DeviceEngines Slow(int rows = 4) =>
        With(new DevicePace(TimeProvider.System, TimeSpan.FromMilliseconds(1), TimeSpan.Zero), rows);

    /// <summary>A device that takes a millisecond of <paramref name="clock"/> for a run.</summary>
    public static DeviceEngines At(TimeProvider clock, int rows = 4) =>
        With(new DevicePace(clock, TimeSpan.FromMilliseconds(1), TimeSpan.Zero), rows);

    /// <summary>A device that only writes.</summary>
    public static DeviceEngines ProposerOnly() =>
        new([SimulatedEngines.OpenProposer(_language, new EngineOptions { MaxRows = 4 }, DevicePace.Instant)], []);

    /// <summary>A device that only judges.</summary>
    public static DeviceEngines VerifierOnly() =>
        new([], [SimulatedEngines.OpenVerifier(_language, new EngineOptions { MaxRows = 4 }, DevicePace.Instant)]);

    /// <summary>A device whose proposer opens, and fails at every run.</summary>
    public static DeviceEngines Broken()
    {
        var options = new EngineOptions { MaxRows = 4 };
        var sound = SimulatedEngines.OpenProposer(_language, options, DevicePace.Instant);
        sound.DisposeAsync().AsTask().GetAwaiter().GetResult();
        var tokenizer = new SimulatedTokenizer();
        var model = new BrokenModel(new ModelLimits(options.Slots, sound.Card.ContextTokens, tokenizer.Size));
        var rules = TokenRules.Of(tokenizer, SimulatedTokenizer.Delimiter, [SimulatedTokenizer.End]);
        return new DeviceEngines(
            [new ProposerEngine(new ProposerModel(sound.Card, model, tokenizer, rules, new SimulatedPrompt()), options)],
            [SimulatedEngines.OpenVerifier(_language, options, DevicePace.Instant)]);
    }

    private static DeviceEngines With(DevicePace pace, int rows) => With(pace, new EngineOptions { MaxRows = rows, MaxQueuedChildren = 64 });

    private static DeviceEngines With(DevicePace pace, EngineOptions options) => new(
        [SimulatedEngines.OpenProposer(_language, options, pace)], [SimulatedEngines.OpenVerifier(_language, options, pace)]);

    private static string PoolOfProposer()
    {
        var engine = SimulatedEngines.OpenProposer(_language, new EngineOptions(), DevicePace.Instant);
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return DeviceEngines.PoolOf(engine.Card);
    }

    private static string PoolOfVerifier()
    {
        var engine = SimulatedEngines.OpenVerifier(_language, new EngineOptions(), DevicePace.Instant);
        engine.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return DeviceEngines.PoolOf(engine.Card);
    }
}
