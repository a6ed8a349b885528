using System.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Search.Strategies;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon coordinator --redis HOST:PORT</c></summary>
internal static class CoordinatorCommand
{
    public const string Name = "coordinator";

    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var command = new Command(Name, "Run a coordinator of a cluster until it is asked to stop: it runs sweeps on the cluster's workers.");
        var flags = SettingFlags.Of(
            command, environment,
            FlagGroups.Strategies | FlagGroups.Search | FlagGroups.Cluster | FlagGroups.Silo | FlagGroups.Process | FlagGroups.Gateway);
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
        if (settings is null || PluginStrategies.Load(settings, terminal) is not { } strategies)
        {
            return ExitCode.Usage;
        }

        return await RunAsync(settings.Options, strategies, terminal, stop);
    }

    private static async Task<int> RunAsync(ReckonOptions options, StrategyRegistry strategies, Terminal terminal, CancellationToken stop)
    {
        var silo = ClusterSilo.Of(options.Cluster, hasGateway: true);
        await using var log = ServerLog.Open(options.Log, $"{Name} {silo.Address}:{silo.SiloPort}");
        var said = ServerLog.TerminalOf(options.Log, log, terminal);
        await StoreWait.UntilJoinableAsync(silo.Redis, silo.ClusterId, said, stop);
        using var host = SiloHost.Build(silo, SiloRoles.Coordinator, devices: [], options, strategies, log);
        return await ServerProcess.RunAsync(
            host, $"{Name} at {silo.Address}:{silo.SiloPort}, clients at {silo.GatewayPort}, cluster {silo.ClusterId}",
            options.Cluster.Grace, said, stop);
    }
}
