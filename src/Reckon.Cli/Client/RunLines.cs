using System.Globalization;
using Reckon.Api.Sweeps;

namespace Reckon.Cli.Client;

/// <summary>Shows how the runs of a sweep do so far. Pure.</summary>
internal static class RunLines
{
    /// <summary>A line that says what of devices the sweep has used.</summary>
    public static string DevicesOf(SweepView view) => string.Create(
        CultureInfo.InvariantCulture, $"{view.DeviceSeconds:N1} device seconds ({view.DeviceSeconds / 3_600:0.000} hours)");

    /// <summary>A line for each run, and one that says how long the sweep may take, and from what that was reckoned.</summary>
    public static IEnumerable<string> Of(SweepView view)
    {
        if (view.IsTakenUp)
        {
            yield return "it was taken up, and nothing new has finished yet: all that is counted was found in the store";
        }

        if (view.Pace is { SecondsLeft: { } left } pace)
        {
            var basis = pace.Basis == PaceBasis.LastMinute ? "the last minute" : "the time since it was started or taken up";
            yield return string.Create(
                CultureInfo.InvariantCulture, $"about {TimeSpan.FromSeconds(Math.Round(left)):c} left, {pace.TokensPerSecond:N0} tokens/s, by {basis}");
        }

        foreach (var run in view.Runs)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{run.Run,-32} {run.Selection,-16} {100 * run.Accuracy,5:0.0} % ({100 * run.Low:0.0} to {100 * run.High:0.0}) of {run.Trials:N0} trials, {run.Problems:N0} problems");
        }
    }
}
