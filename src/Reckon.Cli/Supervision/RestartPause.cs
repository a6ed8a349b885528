namespace Reckon.Cli.Supervision;

/// <summary>How long to wait before a process that ended is started again. Pure.</summary>
internal static class RestartPause
{
    private const int MostDoublings = 5;

    private static readonly TimeSpan _first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _enough = TimeSpan.FromMinutes(1);

    /// <summary>A second, doubled after each further end, and 32 s at most.</summary>
    /// <param name="ends">Ends in a row, at least 1.</param>
    public static TimeSpan After(int ends) => _first * (1 << Math.Min(ends - 1, MostDoublings));

    /// <summary>Ends in a row, with one after <paramref name="uptime"/>: a process that ran for a minute starts anew.</summary>
    public static int Count(int endsBefore, TimeSpan uptime) => uptime >= _enough ? 1 : endsBefore + 1;
}
