using System.Globalization;

namespace Reckon.Benchmarks.Viewing;

/// <summary>Processor time of a cluster's processes in a window of time, in cores.</summary>
/// <param name="Serving">Of the API and the coordinator, which answer viewers.</param>
/// <param name="All">Of all, workers included.</param>
internal sealed record ViewerWindow(double Serving, double All)
{
    private const double TicksPerSecond = 100; // What Linux shows in /proc, whatever its own clock.
    private const int ParentField = 1; // Behind the name, which may hold spaces.
    private const int UserField = 11;
    private const int SystemField = 12;

    /// <summary>Measures the children of the process <paramref name="supervisor"/>.</summary>
    public static async Task<ViewerWindow> MeasureAsync(int supervisor, TimeSpan length)
    {
        var before = Read(supervisor);
        await Task.Delay(length);
        var after = Read(supervisor);
        return new ViewerWindow((after.Serving - before.Serving) / length.TotalSeconds, (after.All - before.All) / length.TotalSeconds);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Serving:f3} cores serving of {All:f3}");

    private static (double Serving, double All) Read(int supervisor)
    {
        var (serving, all) = (0.0, 0.0);
        foreach (var folder in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            if (SecondsOf(folder, supervisor) is { } seconds)
            {
                all += seconds;
                serving += File.ReadAllText($"{folder}/cmdline").Contains("\0worker\0", StringComparison.Ordinal) ? 0 : seconds;
            }
        }

        return (serving, all);
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
