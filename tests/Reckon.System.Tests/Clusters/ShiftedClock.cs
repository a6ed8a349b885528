using System.Diagnostics;
using System.Globalization;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// Starts processes whose time of day is wrong, by a small library that is compiled when it is needed and put before the system's own. A test
/// skips, and says so, without a compiler for C.
/// </summary>
internal sealed class ShiftedClock : IDisposable
{
    private const string Compiler = "cc";
    private readonly TempFolder _folder = new();

    private ShiftedClock()
    {
    }

    private string Library => _folder.File("shifted-clock.so");

    public static ShiftedClock Create()
    {
        var clock = TryCreate();
        Assert.SkipWhen(clock is null, "No compiler for C ('cc') on the PATH, which works on Linux alone: install the packages gcc and libc6-dev.");
        return clock!;
    }

    /// <summary>The same; null where it cannot be.</summary>
    public static ShiftedClock? TryCreate()
    {
        var clock = new ShiftedClock();
        var source = RepositoryRoot.PathTo("tests", "Reckon.System.Tests", "Clusters", "shifted-clock.c");
        if (OperatingSystem.IsLinux() && Programs.Has(Compiler) && IsCompiled(["-shared", "-fPIC", "-O1", "-o", clock.Library, source, "-ldl"]))
        {
            return clock;
        }

        clock.Dispose();
        return null;
    }

    /// <summary>Whose clock is so far ahead, or behind.</summary>
    public ReckonLaunch By(TimeSpan shift) => ReckonLaunch.Usual with
    {
        Variables = ReckonLaunch.Usual.Variables
            .Add("LD_PRELOAD", Library)
            .Add("CLOCK_SHIFT", ((long)shift.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
    };

    public void Dispose() => _folder.Dispose();

    private static bool IsCompiled(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Compiler, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
