using System.CommandLine;
using System.CommandLine.Invocation;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Cli.CommandLine;

/// <summary>The command line <c>reckon</c>: parses, runs, and turns every failure into a line and an exit code.</summary>
internal sealed class ReckonCommand(IRunSweep sweeps, string version, ProcessEnvironment environment, Terminal terminal, FaultLog faults)
{
    // Time for a run to save what it has after the first interrupt.
    private static readonly TimeSpan _graceAfterInterrupt = TimeSpan.FromSeconds(30);

    // A server keeps to a setting of its own, which is below this.
    private static readonly TimeSpan _graceOfServer = TimeSpan.FromHours(2);

    /// <summary>Runs the command line <paramref name="arguments"/>; never throws. Returns one of <see cref="ExitCode"/>.</summary>
    public async Task<int> InvokeAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        // A path may start with '@'; that does not make it a file of further arguments.
        var parsed = CreateRoot().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var configuration = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = IsServer(parsed) ? _graceOfServer : _graceAfterInterrupt,
        };
        if (parsed.Action is ParseErrorAction refusal)
        {
            refusal.ShowHelp = false;
            configuration.Output = terminal.Error; // Suggestions for misspelled words are not output.
            await parsed.InvokeAsync(configuration, cancellationToken);
            await terminal.Error.WriteLineAsync("See 'reckon --help'.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (CommandException failure)
        {
            foreach (var line in failure.Lines)
            {
                await terminal.Error.WriteLineAsync(SafeText.Terminal(line));
            }

            return failure.ExitCode;
        }
        catch (Exception fault)
        {
            return await ReportAsync(fault);
        }
    }

    private static bool IsServer(ParseResult parsed) =>
        parsed.CommandResult.Command.Name is CoordinatorCommand.Name or WorkerCommand.Name or ApiCommand.Name or UpCommand.Name;

    private RootCommand CreateRoot()
    {
        const string description =
            "Reckon measures what test-time compute buys: it runs searches over a benchmark and reports their accuracy and cost.";
        var root = new RootCommand(description)
        {
            RunCommand.Create(sweeps, environment, terminal),
            ValidateCommand.Create(environment, terminal),
            ExpandCommand.Create(environment, terminal),
            EstimateCommand.Create(environment, terminal),
            ShowCommand.Create(environment, terminal),
            RegradeCommand.Create(environment, terminal),
            ConfigCommand.Create(environment, terminal),
            DatasetCommand.Create(terminal),
            ModelCommand.Create(environment, terminal),
            PromptCommand.Create(environment, terminal),
            GradeCommand.Create(terminal),
            StrategiesCommand.Create(environment, terminal),
            CoordinatorCommand.Create(environment, terminal),
            WorkerCommand.Create(environment, terminal),
            ApiCommand.Create(environment, terminal),
            UpCommand.Create(environment, terminal),
            DoctorCommand.Create(environment, terminal),
        };
        ClientCommands.All(environment, terminal).ToList().ForEach(root.Add);
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion(version, terminal);
        return root;
    }

    private async Task<int> ReportAsync(Exception fault)
    {
        var details = faults.Record(fault) is { } path ? $"details are in {path}" : "and the details could not be saved";
        var told = FaultRemedy.For(fault, ProcessLimits.OfProcess()) ?? $"Unexpected failure: {fault.GetType().Name}: {fault.Message}";
        await terminal.Error.WriteLineAsync(SafeText.Terminal($"{told} ({details})"));
        return ExitCode.Internal;
    }
}
