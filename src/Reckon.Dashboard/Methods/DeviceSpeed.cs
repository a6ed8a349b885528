using Reckon.Evaluation.Reports;

namespace Reckon.Dashboard.Methods;

/// <summary>
/// How fast the devices of a sweep ran its models, on average over all that they ran together. No time is recorded for a trial: what its
/// tokens take at this speed stands for it. Pure.
/// </summary>
/// <param name="SecondsOfDrawn">Seconds of a device for each token that was drawn.</param>
/// <param name="SecondsOfJudged">Seconds of a device for each token that was judged.</param>
public sealed record DeviceSpeed(double SecondsOfDrawn, double SecondsOfJudged)
{
    /// <summary>The speed in <paramref name="timing"/>; null where nothing was drawn in that time.</summary>
    public static DeviceSpeed? Of(Timing? timing) => timing is { GeneratedTokens: > 0, ProposerSeconds: > 0 }
        ? new DeviceSpeed(
            timing.ProposerSeconds / timing.GeneratedTokens, timing.JudgedTokens > 0 ? timing.VerifierSeconds / timing.JudgedTokens : 0)
        : null;

    /// <summary>Seconds of devices that a trial of this cost takes on average.</summary>
    public double SecondsOf(MeanCost cost) => (cost.GeneratedTokens * SecondsOfDrawn) + (cost.VerifierTokens * SecondsOfJudged);
}
