using System.Globalization;

namespace Reckon.Benchmarks;

/// <summary>Processor time of a process's engines, to the nanosecond, as Linux counts it for their threads.</summary>
internal static class ProcessClock
{
    /// <summary>Seconds on a processor of the engines' threads that are alive.</summary>
    public static double EngineSeconds(int process)
    {
        var nanoseconds = 0L;
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
        {
            if (IsEngine(File.ReadAllText($"{thread}/comm")))
            {
                nanoseconds += long.Parse(File.ReadAllText($"{thread}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);
            }
        }

        return nanoseconds / 1e9;
    }

    // The engines name their threads so.
    private static bool IsEngine(string name) =>
        name.StartsWith("proposer ", StringComparison.Ordinal) || name.StartsWith("verifier ", StringComparison.Ordinal);
}
