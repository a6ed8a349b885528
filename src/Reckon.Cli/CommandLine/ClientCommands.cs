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
        ReadCommands.List(environment, terminal),
        ReadCommands.Status(environment, terminal),
        ReadCommands.Events(environment, terminal),
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
        Func<ParseResult, ApiClient, CancellationToken, Task<int>> action)
    {
        var flags = SettingFlags.Of(command, environment, FlagGroups.Client);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (flags.Load(arguments, terminal) is not { } settings || SecretOf(settings.Options.Client, terminal) is not { } secret)
            {
                return ExitCode.Usage;
            }

            using var api = new ApiClient(settings.Options.Client.Server, secret.Length == 0 ? null : secret, TimeProvider.System);
            try
            {
                return await action(arguments, api, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return ExitCode.Interrupted;
            }
        });
    }

    // Empty for none; null when the file cannot be read, which has then been said.
    private static string? SecretOf(ClientSettings client, Terminal terminal)
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
