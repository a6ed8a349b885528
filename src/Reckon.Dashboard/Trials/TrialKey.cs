using System.Globalization;

namespace Reckon.Dashboard.Trials;

/// <summary>Names a trial of a problem in an address: its seed, then its run. Pure.</summary>
public static class TrialKey
{
    /// <summary>The key of a trial.</summary>
    public static string Write(string run, long seed) => string.Create(CultureInfo.InvariantCulture, $"{seed} {run}");

    /// <summary>The trial that <paramref name="key"/> names; null where it names none.</summary>
    public static (string Run, long Seed)? Read(string key)
    {
        var gap = key.IndexOf(' ', StringComparison.Ordinal);
        return gap > 0 && long.TryParse(key.AsSpan(0, gap), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed)
            ? (key[(gap + 1)..], seed)
            : null;
    }
}
