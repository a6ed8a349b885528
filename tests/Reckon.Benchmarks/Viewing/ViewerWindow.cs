using System.Globalization;

namespace Reckon.Benchmarks.Viewing;

/// <summary>Processor time of a cluster's processes in a window of time, in cores.</summary>
/// <param name="Api">Of the API, which serves the dashboard.</param>
/// <param name="Coordinator">Of the coordinator and its store, which the API asks.</param>
/// <param name="Worker">Of the workers.</param>
internal sealed record ViewerWindow(double Api, double Coordinator, double Worker)
{
    private const double TicksPerSecond = 100; // What Linux shows in /proc, whatever its own clock.
    private const int ParentField = 1; // Behind the name, which may hold spaces.
    private const int UserField = 11;
    private const int SystemField = 12;

    /// <summary>Of all.</summary>
    public double All => Api + Coordinator + Worker;

    /// <summary>Measures the children of the process <paramref name="supervisor"/>.</summary>
    public static async Task<ViewerWindow> MeasureAsync(int supervisor, TimeSpan length)
    {
        var before = Read(supervisor);
        await Task.Delay(length);
        var (after, seconds) = (Read(supervisor), length.TotalSeconds);
        return new ViewerWindow(
            (after.Api - before.Api) / seconds, (after.Coordinator - before.Coordinator) / seconds, (after.Worker - before.Worker) / seconds);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"API {Api:f3}, coordinator and store {Coordinator:f3}, worker {Worker:f3} cores");

    private static ViewerWindow Read(int supervisor)
    {
        var sum = new ViewerWindow(0, 0, 0);
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            if (SecondsOf(folder, supervisor) is { } seconds)
            {
                var command = File.ReadAllText($"{folder}/cmdline");
                sum = command.Contains("\0worker\0", StringComparison.Ordinal) ? sum with { Worker = sum.Worker + seconds }
                    : command.Contains("\0api\0", StringComparison.Ordinal) ? sum with { Api = sum.Api + seconds }
                    : sum with { Coordinator = sum.Coordinator + seconds };
            }
        }

        return sum;
    }

    // Null where it is no child, or has just ended.
    private static double? SecondsOf(string folder, int supervisor)
    {
        try
        {
            var stat = File.ReadAllText($"{folder}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return int.Parse(fields[ParentField], CultureInfo.InvariantCulture) == supervisor
                ? (long.Parse(fields[UserField], CultureInfo.InvariantCulture) + long.Parse(fields[SystemField], CultureInfo.InvariantCulture)) / TicksPerSecond
                : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
