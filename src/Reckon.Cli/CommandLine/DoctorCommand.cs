using System.Collections.Immutable;
using System.CommandLine;
using System.Net;
using System.Net.NetworkInformation;
using Reckon.Cli.Checking;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Evaluation.Diagnostics;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Storage;

namespace Reckon.Cli.CommandLine;

/// <summary><c>reckon doctor [--redis HOST:PORT] [--proposer FOLDER]</c></summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    public static Command Create(ProcessEnvironment environment, Terminal terminal)
    {
        var command = new Command("doctor", "Say what keeps this machine from being part of a cluster. Exit code 1 if anything does.");
        var flags = SettingFlags.Of(
            command, environment, FlagGroups.Cluster | FlagGroups.Silo | FlagGroups.Models | FlagGroups.Api);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (flags.Load(arguments, terminal) is not { } settings)
            {
                return ExitCode.Usage;
            }

            var findings = await FindAsync(settings.Options, cancellationToken);
            foreach (var finding in findings)
            {
                await terminal.Output.WriteLineAsync(SafeText.Terminal($"{finding}"));
            }

            return ClusterFindings.ExitCodeOf(findings);
        });
        return command;
    }

    private static async Task<ImmutableArray<Finding>> FindAsync(ReckonOptions options, CancellationToken cancellationToken)
    {
        var redis = options.Cluster.Redis;
        var facts = redis is null ? null : await RedisProbe.ReadAsync(redis, _patience, cancellationToken);
        return
        [
            .. ClusterFindings.OfStore(redis is null ? null : RedisAddress.WithoutSecrets(redis), facts),
            .. facts is null ? (Finding[])[] : [ClusterFindings.OfMembers(options.Cluster.Id, await MembersAsync(options.Cluster, cancellationToken))],
            ClusterFindings.OfAddress(options.Cluster, IsLocal(IPAddress.Parse(options.Cluster.Address))),
            .. ClusterFindings.OfApi(options.Api),
            .. options.Worker.ProposerPaths.SelectMany(path => OfModel(path, ModelRole.Proposer)),
            .. options.Worker.VerifierPaths.SelectMany(path => OfModel(path, ModelRole.Verifier)),
        ];
    }

    private static Task<ImmutableArray<string>> MembersAsync(ClusterSettings cluster, CancellationToken cancellationToken) =>
        ClusterMembers.NamesAsync(cluster.Redis!, SiloSettings.ServiceId, cluster.Id, TimeProvider.System, _patience, cancellationToken);

    private static IEnumerable<Finding> OfModel(string path, ModelRole role) => ModelLoader.Load(path, role) switch
    {
        Validated<ModelFolder>.Valid(var folder) => [new Finding(FindingKind.Good, $"{path} holds the {role} {folder.Descriptor.Card.Name}")],
        Validated<ModelFolder>.Invalid(var faults) => faults.Select(fault => new Finding(FindingKind.Fault, $"{fault}".TrimEnd('.'))),
        _ => throw new InvalidOperationException("A result is valid or invalid."),
    };

    private static bool IsLocal(IPAddress address) => IPAddress.IsLoopback(address)
        || NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(network => network.GetIPProperties().UnicastAddresses).Any(own => own.Address.Equals(address));
}
