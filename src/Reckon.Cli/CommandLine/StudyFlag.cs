using System.CommandLine;

namespace Reckon.Cli.CommandLine;

/// <summary>The option that names a file with a section <c>study</c>.</summary>
internal static class StudyFlag
{
    /// <summary>The option.</summary>
    public static Option<string> Create() => new("--study")
    {
        Description = "A file with a section 'study', such as a sweep file: families, bins, claims. Default: what the sweep's own file said.",
        HelpName = "FILE",
    };
}
