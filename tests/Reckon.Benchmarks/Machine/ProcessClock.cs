using System.Globalization;

namespace Reckon.Benchmarks.Machine;

/// <summary>Processor time of some threads of a process, to the nanosecond, as Linux counts it.</summary>
internal static class ProcessClock
{
    private static readonly string[] _engines = ["Proposer ", "Verifier "]; // The engines name their threads so.
    private static readonly string[] _compiler = [".NET Tiered Com"]; // Linux keeps 15 characters.

    /// <summary>Seconds on a processor of the engines' threads that are alive.</summary>
    public static double EngineSeconds(int process) => Seconds(process, _engines);

    /// <summary>Processor seconds of the thread that recompiles hot methods.</summary>
    public static double CompilerSeconds(int process) => Seconds(process, _compiler);

    private static double Seconds(int process, string[] names)
    {
        var nanoseconds = 0L;
        foreach (var thread in Directory.EnumerateDirectories($"/proc/{process}/task"))
        {
            var name = File.ReadAllText($"{thread}/comm");
            if (names.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
            {
                nanoseconds += long.Parse(File.ReadAllText($"{thread}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture);
            }
        }

        return nanoseconds / 1e9;
    }
}
