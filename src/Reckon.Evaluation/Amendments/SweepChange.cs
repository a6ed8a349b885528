using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Amendments;

/// <summary>One key in which two sweeps differ.</summary>
/// <param name="Key">Its place in what is hashed, such as <c>sampling.temperature</c>.</param>
/// <param name="Before">Its value in the first sweep, as JSON; null where that has none.</param>
/// <param name="After">Its value in the second, likewise.</param>
public sealed record SweepChange(string Key, string? Before, string? After)
{
    /// <summary>Such as <c>seeds: '[0]', now '[0,1]'</c>.</summary>
    public override string ToString() => $"{Key}: {Shown(Before)}, now {Shown(After)}";

    private static string Shown(string? value) => value is null ? "not set" : Quoted.Of(value);
}
