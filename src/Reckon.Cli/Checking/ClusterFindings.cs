using System.Collections.Immutable;
using System.Globalization;
using Reckon.Api.Hosting;
using Reckon.Cli.Configuration;
using Reckon.Contracts.Versions;
using Reckon.Storage;

namespace Reckon.Cli.Checking;

/// <summary>Judges what was found out about a cluster. Pure.</summary>
internal static class ClusterFindings
{
    private const double SlowMilliseconds = 20;
    private const int OldestVersion = 6;

    /// <summary>What is to be said of a Redis.</summary>
    /// <param name="address">Its address, as it may be shown; null where none is set.</param>
    /// <param name="facts">What it says of itself; null where it does not answer.</param>
    public static IEnumerable<Finding> OfStore(string? address, RedisFacts? facts)
    {
        if (address is null)
        {
            return [new(FindingKind.Fault, "no Redis is named", "Set --redis HOST:PORT, RECKON__Cluster__Redis or cluster.redis")];
        }

        if (facts is null)
        {
            return [new(FindingKind.Fault, $"the Redis at {address} does not answer", "Start it, or check the address, the password and the firewall")];
        }

        return
        [
            new(FindingKind.Good, string.Create(CultureInfo.InvariantCulture, $"the Redis at {address} answers in {facts.Milliseconds:0.0} ms, version {facts.Version}")),
            .. OfFacts(facts),
        ];
    }

    /// <summary>What is to be said of the processes that are in the cluster already.</summary>
    /// <param name="clusterId">The cluster.</param>
    /// <param name="members">How its members call themselves.</param>
    public static Finding OfMembers(string clusterId, IReadOnlyCollection<string> members) =>
        JoinRefusal.Of(ContractVersion.Current, members) is { } refusal
            ? new(FindingKind.Fault, $"this build may not join the cluster {clusterId}: {refusal}")
            : new(FindingKind.Good, string.Create(CultureInfo.InvariantCulture, $"this build can talk with the {members.Count} members of the cluster {clusterId}"));

    /// <summary>What is to be said of the settings of the API.</summary>
    public static IEnumerable<Finding> OfApi(Api.ApiOptions api) => ListenAddress.Fault(api) is var (message, remedy)
        ? [new Finding(FindingKind.Warning, $"'reckon api' would not start: {message}", remedy)]
        : [new Finding(FindingKind.Good, $"'reckon api' would listen at {api.Url}")];

    /// <summary>What is to be said of the address of this machine.</summary>
    /// <param name="cluster">The settings.</param>
    /// <param name="isLocal">Whether this machine has the address.</param>
    public static Finding OfAddress(ClusterSettings cluster, bool isLocal) => isLocal
        ? new(FindingKind.Good, $"other processes reach this machine at {cluster.Address}")
        : new(FindingKind.Fault, $"this machine does not have the address {cluster.Address}", "Set --address to one that it has");

    /// <summary>The exit code that goes with <paramref name="findings"/>.</summary>
    public static int ExitCodeOf(ImmutableArray<Finding> findings) =>
        findings.Any(finding => finding.Kind == FindingKind.Fault) ? Output.ExitCode.Internal : Output.ExitCode.Success;

    private static IEnumerable<Finding> OfFacts(RedisFacts facts)
    {
        if (!facts.IsAppending)
        {
            yield return new(
                FindingKind.Warning, "the Redis keeps no append-only file: what it holds is lost when it ends", "Set 'appendonly yes'");
        }

        if (facts.Eviction is not ("" or "noeviction"))
        {
            yield return new(
                FindingKind.Fault, $"the Redis throws data away when its memory is full ({facts.Eviction})", "Set 'maxmemory-policy noeviction'");
        }

        if (facts.WriteFault is { } fault)
        {
            yield return new(FindingKind.Fault, $"the Redis takes nothing that is written: {fault.TrimEnd('.')}");
        }

        if (Version.TryParse(facts.Version, out var version) && version.Major < OldestVersion)
        {
            yield return new(FindingKind.Warning, $"the Redis is older than version {OldestVersion}", "Use a newer one");
        }

        if (facts.Milliseconds > SlowMilliseconds)
        {
            yield return new(FindingKind.Warning, "the Redis is slow: every step of a search is saved there", "Move it nearer to the coordinators");
        }
    }
}
