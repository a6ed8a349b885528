using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Reckon.Api;
using Reckon.Api.Hosting;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Cli.Supervision;
using Reckon.Evaluation.Diagnostics;
using Reckon.Storage;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon up --workers 3 --proposer FOLDER --verifier FOLDER [--folder DIR] [--redis HOST:PORT]</c></summary>
internal static class UpCommand
{
    public const string Name = "up";

    private const int MostWorkers = 64;
    private const string DefaultFolder = "runs/cluster";

    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var workers = new Option<int>("--workers")
        {
            Description = "Workers, each a process.",
            HelpName = "N",
            DefaultValueFactory = _ => 2,
        };
        workers.Validators.Add(CheckWorkers);
        var folder = new Option<string>("--folder")
        {
            Description = "Where the cluster's logs are, and its store unless --redis names another.",
            HelpName = "DIR",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var command = new Command(Name, "Run a whole cluster on this machine, each part a process, until it is interrupted.") { workers, folder };
        var flags = SettingFlags.Of(
            command, environment, FlagGroups.Strategies | FlagGroups.Engine | FlagGroups.Search | FlagGroups.Cluster | FlagGroups.Models | FlagGroups.Api);
        command.SetAction((arguments, stop) => flags.Load(arguments, terminal) is { } settings
            ? RunAsync(
                settings.Options, flags.FileOf(arguments), arguments.GetValue(workers), arguments.GetRequiredValue(folder), terminal, stop)
            : Task.FromResult(ExitCode.Usage));
        return command;
    }

    private static void CheckWorkers(OptionResult result)
    {
        if (result.Tokens is [.., { Value: var text }]
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostWorkers))
        {
            result.AddError($"--workers is a whole number from 0 to {MostWorkers}.");
        }
    }

    private static async Task<int> RunAsync(
        ReckonOptions options, string? configuration, int workers, string folder, Terminal terminal, CancellationToken stop)
    {
        if (workers > 0)
        {
            WorkerModels.Check(options);
        }

        if (WorkerFolders.Read(options.Worker) is Validated<WorkerFolders>.Invalid(var faults))
        {
            FaultLines.Write(terminal, faults);
            return ExitCode.Usage;
        }

        var api = new ApiOptions
        {
            Url = options.Api.Url,
            Tokens = options.Api.Tokens,
            Open = options.Api.Tokens is null,
            Certificate = options.Api.Certificate,
        };
        if (ListenAddress.Fault(api) is var (message, remedy))
        {
            throw new ClusterSettingException($"{message}. {remedy}.");
        }

        using var place = ClusterFolder.Open(folder);
        using var store = options.Cluster.Redis is null ? StartStore(place.Store) : null;
        var redis = options.Cluster.Redis ?? store!.ConnectionString;

        // With a store of its own each start is a cluster of its own, so none waits for processes that were killed.
        var id = store is null ? options.Cluster.Id : string.Create(CultureInfo.InvariantCulture, $"up-{Environment.ProcessId}");
        await terminal.Error.WriteLineAsync($"Logs are in {place.Logs}. Interrupt (Ctrl-C) to stop.");
        if (api.Open)
        {
            await terminal.Error.WriteLineAsync($"The API at {api.Url} is open to every user of this machine; --tokens FILE closes it.");
        }

        var supervisor = new Supervisor(place.Logs, options.Cluster.Grace + options.Cluster.Grace, terminal, TimeProvider.System);
        var isWhole = await supervisor.KeepAllAsync(ClusterProcesses.Of(redis, id, workers, options, configuration), stop);
        return isWhole ? ExitCode.Success : ExitCode.Usage;
    }

    private static EmbeddedServer StartStore(string folder)
    {
        try
        {
            return EmbeddedServer.Start(folder);
        }
        catch (StorageException failed)
        {
            throw StoreFailedException.AtStart(failed);
        }
    }
}
