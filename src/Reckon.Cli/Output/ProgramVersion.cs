using System.Reflection;

namespace Reckon.Cli.Output;

/// <summary>The program's version, for results.</summary>
internal static class ProgramVersion
{
    /// <summary>Version and, where the build knew it, commit; such as <c>0.1.0+1a2b3c4</c>.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
