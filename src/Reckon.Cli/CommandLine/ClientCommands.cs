using System.CommandLine;
using Reckon.Cli.Client;
using Reckon.Cli.Configuration;
using Reckon.Cli.Output;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Files;

namespace Reckon.Cli.CommandLine;

/// <summary>What the commands have in common that call a cluster.</summary>
internal static class ClientCommands
{
    private const long MaxSecretBytes = 4_096;

    /// <summary>All of them.</summary>
    public static IEnumerable<Command> All(ProcessEnvironment environment, Terminal terminal) =>
    [
        SubmitCommand.Create(environment, terminal),
        ReadCommands.Models(environment, terminal),
        ReadCommands.Pools(environment, terminal),
        ReadCommands.Workers(environment, terminal),
        ReadCommands.List(environment, terminal),
        ReadCommands.Status(environment, terminal),
        ReadCommands.Events(environment, terminal),
        ReadCommands.Problems(environment, terminal),
        ReadCommands.Summary(environment, terminal),
        WatchCommand.Create(environment, terminal),
        ResultsCommand.Create(environment, terminal),
        .. OrderCommands.All(environment, terminal),
        RetuneCommand.Create(environment, terminal),
    ];

    /// <summary>The argument that names a sweep.</summary>
    public static Argument<string> Id() => new("ID") { Description = "The sweep's id." };

    /// <summary>The option for programs.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print the server's document as it is." };

    /// <summary>Has <paramref name="command"/> call a cluster, with its connection settings as options.</summary>
    public static void SetAction(
        Command command, ProcessEnvironment environment, Terminal terminal,
        Func<ParseResult, ApiClient, CancellationToken, Task<int>> action) => SetAction(
            command, environment, terminal, default, (arguments, api, _, cancellationToken) => action(arguments, api, cancellationToken));

    /// <summary>The same with the options of <paramref name="more"/>, too.</summary>
    public static void SetAction(
        Command command, ProcessEnvironment environment, Terminal terminal, FlagGroups more,
        Func<ParseResult, ApiClient, EffectiveSettings, CancellationToken, Task<int>> action)
    {
        var flags = SettingFlags.Of(command, environment, FlagGroups.Client | more);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || Connect(settings, terminal) is not { } api)
            {
                return ExitCode.Usage;
            }

            using (api)
            {
                return await UninterruptedAsync(() => action(arguments, api, settings, cancellationToken), cancellationToken);
            }
        });
    }

    /// <summary>A client of the API that the settings name; null when its secret cannot be read, which has then been said.</summary>
    public static ApiClient? Connect(EffectiveSettings settings, Terminal terminal) => SecretOf(settings.Options.Client, terminal) is { } secret
        ? new ApiClient(settings.Options.Client.Server, secret.Length == 0 ? null : secret, TimeProvider.System)
        : null;

    /// <summary>What <paramref name="action"/> returns, or the exit code of an interrupted command.</summary>
    public static async Task<int> UninterruptedAsync(Func<Task<int>> action, CancellationToken cancellationToken)
    {
        try
        {
            return await action();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>The caller's secret: empty for none; null when the file cannot be read, which has then been said.</summary>
    public static string? SecretOf(ClientSettings client, Terminal terminal)
    {
        if (client.SecretFile is not { } path)
        {
            return "";
        }

        switch (DiskFiles.Read(path, MaxSecretBytes))
        {
            case Validated<byte[]>.Valid(var bytes):
                return System.Text.Encoding.UTF8.GetString(bytes).Trim();
            case Validated<byte[]>.Invalid(var faults):
                FaultLines.Write(terminal, faults);
                return null;
            default:
                throw new InvalidOperationException("A result is valid or invalid.");
        }
    }
}
