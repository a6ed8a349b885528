using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;

namespace Reckon.Cli.CommandLine;

/// <summary>The commands that ask something of results.</summary>
internal static class StudyCommands
{
    public static IEnumerable<Command> All(ProcessEnvironment environment, Terminal terminal) =>
    [
        ReportCommand.Create(environment, terminal),
        ClaimCommand.Create(environment, terminal),
        CompareCommand.Create(environment, terminal),
        ExportCommand.Create(environment, terminal),
        ImportCommand.Create(terminal),
    ];
}
