using System.Globalization;

namespace Reckon.Benchmarks.Machine;

/// <summary>How much of the machine others used while something was measured.</summary>
internal sealed class MachineLoad
{
    private const double TicksPerSecond = 100; // What Linux shows in /proc, whatever its own clock.
    private const int BusyFields = 8; // User, nice, system, idle, waiting, interrupts, soft interrupts, stolen.
    private const int IdleField = 3;
    private const int WaitingField = 4;

    private readonly double _machine = BusySeconds();
    private readonly TimeSpan _own = Environment.CpuUsage.TotalTime;

    /// <summary>Processes that ran or wanted to run, on average, in the last minute.</summary>
    public static double OfLastMinute() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Cores that others kept busy, on average, in <paramref name="seconds"/> since this was made.</summary>
    public double OthersCores(double seconds) =>
        Math.Max(0, BusySeconds() - _machine - (Environment.CpuUsage.TotalTime - _own).TotalSeconds) / seconds;

    private static double BusySeconds()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..(BusyFields + 1)];
        return fields.Where((_, i) => i is not (IdleField or WaitingField))
            .Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }
}
