using System.CommandLine;
using System.CommandLine.Invocation;

namespace Reckon.Cli;

/// <summary>Prints the program's version, whatever process hosts it.</summary>
internal sealed class PrintVersion(string version, Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Output.WriteLine(version);
        return ExitCode.Success;
    }
}
