using Reckon.Inference.Engines;
using Reckon.Inference.Simulated;
using Reckon.Worker;

namespace Reckon.Benchmarks.Scale;

/// <summary>Devices that keep the time of a 7B proposer and verifier on one H200, as it was measured.</summary>
internal static class Fleet
{
    private static readonly EngineOptions _options = new();

    public static SimulatedRates Rates { get; } = new();

    public static int Rows => _options.MaxRows;

    /// <summary>How long a row takes for a step.</summary>
    public static TimeSpan Step => Rates.TimeOf(Rates.StepTokens);

    /// <summary>How long a search takes that has a device to itself.</summary>
    public static TimeSpan Alone(bool isBeam) => isBeam
        ? Rates.AnswerSteps * (Step + Rates.JudgeTime)
        : Rates.TimeOf(Rates.AnswerSteps * Rates.StepTokens) + Rates.JudgeTime;

    public static DeviceEngines[] Of(int devices)
    {
        var clock = new SimulatedClock();
        return
        [
            .. Enumerable.Range(0, devices).Select(_ => new DeviceEngines(
                [new SimulatedProposer(clock, Rates, _options)], [new SimulatedVerifier(clock, Rates, _options)])),
        ];
    }
}
