using System.Reflection;

namespace Reckon.Cli.Running;

/// <summary>Which program made a result.</summary>
internal static class CodeVersion
{
    /// <summary>Version and, where the build knew it, commit; such as <c>0.1.0+1a2b3c4</c>.</summary>
    public static string Text { get; } =
        typeof(CodeVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
