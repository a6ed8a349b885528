using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Onnx.Options;
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
            try
            {
                return await RunAsync(flags.Load(arguments, terminal), terminal, stop.Token);
            }
            catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
            {
                return ExitCode.Success; // It was asked to stop while it asked a server of its models.
            }
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
        WorkerModels.Check(options);
        if (options.Execution.Provider == ExecutionProvider.Simulated)
        {
            return await ServeAsync(options, silo, _ => Task.FromResult(WorkerModels.Simulated(options)), terminal, stop);
        }

        switch (WorkerFolders.Read(options.Worker))
        {
            case Validated<WorkerFolders>.Valid(var folders):
                return await ServeAsync(options, silo, said => OpenAsync(options, folders, said, stop), terminal, stop);
            case Validated<WorkerFolders>.Invalid(var faults):
                FaultLines.Write(terminal, faults);
                return ExitCode.Usage;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }

    private static async Task<int> ServeAsync(
        ReckonOptions options, SiloSettings silo, Func<Terminal, Task<WorkerModels>> open, Terminal terminal, CancellationToken stop)
    {
        await using var log = ServerLog.Open(options.Log, $"{Name} {silo.Address}:{silo.SiloPort}");
        var said = ServerLog.TerminalOf(options.Log, log, terminal);
        var (devices, models) = await open(said);
        await StoreWait.UntilJoinableAsync(silo.Redis, silo.ClusterId, said, stop);
        using var host = SiloHost.Build(silo, SiloRoles.Worker, devices, options, StrategyRegistry.BuiltIn, log, models: models);
        var drain = host.Services.GetRequiredService<WorkerDrain>();
        var served = string.Join(", ", devices[0].Served.Select(model => model.Pool));
        var how = devices.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" on {devices.Length} devices");
        return await ServerProcess.RunAsync(
            host, $"{Name} at {silo.Address}:{silo.SiloPort}, cluster {silo.ClusterId}, serving {served}{how}",
            options.Cluster.Grace, said, stop, ended => drain.DrainAsync(options.Cluster.Grace, ended));
    }

    private static async Task<WorkerModels> OpenAsync(ReckonOptions options, WorkerFolders folders, Terminal said, CancellationToken stop) =>
        await WorkerModels.OpenAsync(options, await WorkerMemory.FitAsync(options, folders, said), folders, stop);
}
