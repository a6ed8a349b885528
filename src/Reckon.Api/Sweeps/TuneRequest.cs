using Reckon.Contracts.Sweeps;

namespace Reckon.Api.Sweeps;

/// <summary>The body of a request that changes how a sweep shares the workers. What is left out stays as it is.</summary>
/// <param name="Window">The most problems that run at once, 1 to 100,000; 0 for as many as the workers have room for.</param>
/// <param name="Priority">How urgent it is beside other sweeps, 0 to 1,000: with p it gets 1 + p shares of the workers.</param>
/// <param name="Why">The reason, for the list of events.</param>
public sealed record TuneRequest(int? Window = null, int? Priority = null, string? Why = null)
{
    /// <summary>What it asks for.</summary>
    /// <exception cref="ArgumentException">It asks for nothing, or a value is out of its range.</exception>
    public SweepTuning Tuning() => this switch
    {
        { Window: null, Priority: null } => throw new ArgumentException("Give a window, a priority, or both."),
        { Window: < 0 or > SweepTuning.MostWindow } =>
            throw new ArgumentException($"window is a whole number from 0 to {SweepTuning.MostWindow}; 0 for none."),
        { Priority: < 0 or > SweepTuning.MostPriority } =>
            throw new ArgumentException($"priority is a whole number from 0 to {SweepTuning.MostPriority}."),
        _ => new SweepTuning(Window, Priority),
    };
}
