using System.CommandLine;
using System.CommandLine.Invocation;
using Reckon.Cli.Output;

namespace Reckon.Cli.CommandLine;

/// <summary>Prints the program's version, whatever process hosts it.</summary>
internal sealed class PrintVersion(string version, Terminal terminal) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        terminal.Output.WriteLine(version);
        return ExitCode.Success;
    }
}
