using System.Collections.Immutable;
using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Studying;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon claim DIR ["CLAIM" …] [--study FILE]</c></summary>
internal static class ClaimCommand
{
    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var folder = FileArgument.Create("DIR", "A folder of results of a finished sweep.");
        var stated = new Argument<string[]>("CLAIM")
        {
            Description = "Claims such as \"beam width=4 weighted reaches best-of-n weighted n=64\". Default: those of the sweep file.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var file = StudyFlag.Create();
        var command = new Command(
            "claim", "Check claims on the results of a sweep: what a method saves, with its interval. Exit code 4 where one does not hold.")
        {
            folder, stated, file,
        };
        var flags = SettingFlags.OfStrategies(command, environment);
        command.SetAction(arguments =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || PluginStrategies.Load(settings, terminal) is not { } strategies)
            {
                return ExitCode.Usage;
            }

            var results = StudyFolder.Read(arguments.GetRequiredValue(folder), strategies);
            return StudyFile.Load(arguments.GetValue(file), results.Sweep.Spec, terminal) is { } study
                ? Check(results, arguments.GetValue(stated) is { Length: > 0 } claims ? [.. claims] : study.Claims, terminal)
                : ExitCode.Usage;
        });
        return command;
    }

    private static int Check(StudyFolder results, ImmutableArray<string> stated, Terminal terminal)
    {
        if (stated.IsEmpty)
        {
            throw new StudyException(results.Path, $"no claim is stated. Write {Claim.Forms}, in quotes");
        }

        ImmutableArray<Claim> claims = [.. stated.Select(text => Parse(text, results))];
        var check = new ClaimCheck(results.Table);
        var holds = true;
        foreach (var result in claims.Select(check.Of))
        {
            terminal.Output.Write(SafeText.Lines(ClaimText.Of(result)));
            holds &= result.Holds;
        }

        return holds ? ExitCode.Success : ExitCode.NotHeld;
    }

    private static Claim Parse(string text, StudyFolder results) => Claim.Parse(text) switch
    {
        null => throw new StudyException("CLAIM", $"{Quoted.Of(text)} is not a claim. Write {Claim.Forms}"),
        var claim when ClaimFault.Of(claim, results.Table) is { } fault => throw new StudyException(results.Path, fault),
        var claim => claim,
    };
}
