using Reckon.Dashboard.Sources;
using Reckon.Evaluation.Reports;

namespace Reckon.Dashboard.Methods;

/// <summary>
/// How fast the devices of a sweep ran its models, on average over all that they ran together. No time is recorded for a trial: what its
/// tokens take at this speed stands for it. Pure.
/// </summary>
/// <param name="OfPrompt">Seconds of a device for each token of a prompt that a trial is charged.</param>
/// <param name="OfDrawn">Seconds for each token that is drawn.</param>
/// <param name="OfJudged">Seconds for each token that is judged.</param>
public sealed record DeviceSpeed(double OfPrompt, double OfDrawn, double OfJudged)
{
    /// <summary>The speed of a sweep; null where nothing tells it.</summary>
    public static DeviceSpeed? Of(SweepState state, SweepSummary summary) => Of(summary.Timing) ?? Of(state);

    /// <summary>The speed in <paramref name="timing"/>, of each model; null where nothing was drawn in that time.</summary>
    public static DeviceSpeed? Of(Timing? timing) => timing is { GeneratedTokens: > 0, ProposerSeconds: > 0 }
        ? new DeviceSpeed(
            0, timing.ProposerSeconds / timing.GeneratedTokens, timing.JudgedTokens > 0 ? timing.VerifierSeconds / timing.JudgedTokens : 0)
        : null;

    /// <summary>The speed of a sweep of which only the time of all devices is known: of all tokens alike.</summary>
    public static DeviceSpeed? Of(SweepState state) => state is { Tokens: > 0, DeviceSeconds: { } seconds } && seconds > 0
        ? new DeviceSpeed(seconds / state.Tokens, seconds / state.Tokens, seconds / state.Tokens)
        : null;

    /// <summary>Seconds of devices that a trial of this cost takes on average.</summary>
    public double SecondsOf(MeanCost cost) =>
        (cost.PromptTokens * OfPrompt) + (cost.GeneratedTokens * OfDrawn) + (cost.VerifierTokens * OfJudged);
}
