using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search.Strategies;
using Reckon.Worker;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon worker --redis HOST:PORT --proposer FOLDER --verifier FOLDER</c></summary>
internal static class WorkerCommand
{
    public const string Name = "worker";

    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var command = new Command(Name, "Run a worker of a cluster until it is asked to stop: it serves models on this machine's device.");
        var flags = SettingFlags.Of(
            command, environment, FlagGroups.Engine | FlagGroups.Cluster | FlagGroups.Silo | FlagGroups.Process | FlagGroups.Models);
        var attached = StopSignal.AddAttachedOption(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            using var stop = StopSignal.Listen(arguments.GetValue(attached), TimeProvider.System, cancellationToken);
            return await RunAsync(flags.Load(arguments, terminal), terminal, stop.Token);
        });
        return command;
    }

    private static async Task<int> RunAsync(EffectiveSettings? settings, Terminal terminal, CancellationToken stop)
    {
        if (settings?.Options is not { } options)
        {
            return ExitCode.Usage;
        }

        var silo = ClusterSilo.Of(options.Cluster, hasGateway: false);
        if (options.Worker.ProposerPaths.IsEmpty && options.Worker.VerifierPaths.IsEmpty)
        {
            throw ClusterSettingException.NoModels();
        }

        switch (WorkerFolders.Read(options.Worker))
        {
            case Validated<WorkerFolders>.Valid(var folders):
                return await RunAsync(options, silo, folders, terminal, stop);
            case Validated<WorkerFolders>.Invalid(var faults):
                FaultLines.Write(terminal, faults);
                return ExitCode.Usage;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }

    private static async Task<int> RunAsync(
        ReckonOptions options, SiloSettings silo, WorkerFolders folders, Terminal terminal, CancellationToken stop)
    {
        await using var log = ServerLog.Open(options.Log, $"{Name} {silo.Address}:{silo.SiloPort}");
        var said = ServerLog.TerminalOf(options.Log, log, terminal);
        var fitting = await WorkerMemory.FitAsync(options, folders, said);
        var engines = await new EngineSettings(fitting, options.Execution).OpenAsync(folders.Proposers, folders.Verifiers);
        await StoreWait.TellAsync(silo.Redis, said, stop);
        var models = new ServedModels(
            folders.Proposers.Concat(folders.Verifiers).Select(folder => new ModelReader(folder)), engines.IsRepeatable);
        using var host = SiloHost.Build(silo, SiloRoles.Worker, engines, options, StrategyRegistry.BuiltIn, log, models: models);
        var drain = host.Services.GetRequiredService<WorkerDrain>();
        var served = string.Join(", ", engines.Served.Select(model => model.Pool));
        return await ServerProcess.RunAsync(
            host, $"{Name} at {silo.Address}:{silo.SiloPort}, cluster {silo.ClusterId}, serving {served}",
            options.Cluster.Grace, said, stop, ended => drain.DrainAsync(options.Cluster.Grace, ended));
    }
}
