namespace Reckon.System.Tests.Processes;

/// <summary>Plugins as their builds left them.</summary>
internal static class PluginFile
{
    public static string Sample => Of("Reckon.SamplePlugin");

    public static string Broken => Of("Reckon.BrokenPlugin");

    // artifacts/bin/<project>/<configuration>/, this project's next to them.
    private static string Of(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, $"{project}.dll"); // Both folders are there.
    }
}
