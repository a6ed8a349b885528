using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>Starts processes whose clock is wrong, with the library libfaketime before the system's own; a test skips, and says so, without it.</summary>
internal static class ShiftedClock
{
    private const string Library = "libfaketimeMT.so.1"; // For programs with threads.

    /// <summary>Whose clock is <paramref name="shift"/> away, such as <c>+3h</c>. How long things take they measure rightly.</summary>
    public static ReckonLaunch By(string shift)
    {
        var launch = TryBy(shift);
        Assert.SkipWhen(launch is null, $"{Library} is not in /usr/lib: install the package libfaketime.");
        return launch!;
    }

    /// <summary>The same; null without the library.</summary>
    public static ReckonLaunch? TryBy(string shift)
    {
        var library = Directory.Exists("/usr/lib")
            ? Directory.EnumerateDirectories("/usr/lib").Select(folder => Path.Combine(folder, "faketime", Library)).FirstOrDefault(File.Exists)
            : null;
        return library is null ? null : ReckonLaunch.Usual with
        {
            Variables = ReckonLaunch.Usual.Variables
                .Add("LD_PRELOAD", library).Add("FAKETIME", shift)
                .Add("FAKETIME_DONT_FAKE_MONOTONIC", "1").Add("DONT_FAKE_MONOTONIC", "1"),
        };
    }
}
