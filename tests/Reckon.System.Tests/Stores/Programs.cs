namespace Reckon.System.Tests.Stores;

/// <summary>Programs of the machine that some tests need.</summary>
internal static class Programs
{
    /// <summary>Whether the program is on the path.</summary>
    public static bool Has(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
