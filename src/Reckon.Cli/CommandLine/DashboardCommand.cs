using System.CommandLine;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Dashboards;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Dashboard.Sources;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon dashboard [--dir DIR] [--server URL]</c></summary>
internal static class DashboardCommand
{
    public const string Name = "dashboard";

    private static readonly TimeSpan _grace = TimeSpan.FromSeconds(1); // Nothing here has to be finished.

    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var folders = new Option<string[]>("--dir")
        {
            Description = "A folder of results, or one that holds such folders; may be given more than once."
                + " Without it, the cluster at --server is shown.",
            HelpName = "DIR",
        };
        var command = new Command(Name, "Serve the dashboard: sweeps, their accuracy, their problems and search trees, in a browser.")
        {
            folders,
        };
        var flags = SettingFlags.Of(command, environment, FlagGroups.Strategies | FlagGroups.Client | FlagGroups.Dashboard);
        var attached = StopSignal.AddAttachedOption(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (flags.Load(arguments, terminal) is not { } settings
                || SourcesOf(arguments.GetValue(folders) ?? [], settings, terminal) is not { } sources)
            {
                return ExitCode.Usage;
            }

            using var stop = StopSignal.Listen(arguments.GetValue(attached), TimeProvider.System, cancellationToken);
            return await ServeAsync(settings.Options, sources, terminal, stop.Token);
        });
        return command;
    }

    private static ISweepSources? SourcesOf(string[] folders, EffectiveSettings settings, Terminal terminal)
    {
        if (PluginStrategies.Load(settings, terminal) is not { } strategies)
        {
            return null;
        }

        if (folders.Length == 0)
        {
            var (server, time) = (settings.Options.Client.Server, TimeProvider.System);
            return ClientCommands.SecretOf(settings.Options.Client, terminal) is { } secret
                ? new ApiSources(caller => new ApiClient(server, caller, time), secret.Length == 0 ? null : secret, strategies, time)
                : null;
        }

        foreach (var folder in folders.Where(folder => !Directory.Exists(folder)))
        {
            throw new ResultsFolderException(folder, "there is no such folder. Name one that 'reckon run' wrote to");
        }

        return new FolderSources(folders, strategies);
    }

    private static async Task<int> ServeAsync(ReckonOptions options, ISweepSources sources, Terminal terminal, CancellationToken stop)
    {
        var listen = options.Dashboard.Listen;
        if (!sources.HasCallers)
        {
            DashboardAddress.CheckLoopback(listen);
        }

        await using var log = ServerLog.Open(options.Log, Name);
        await using var app = DashboardApp.Build(listen, sources, log);
        return await ServerProcess.RunAsync(app, () => $"{Name} at {app.Urls.First()}", _grace, terminal, stop);
    }
}
