using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>
/// A network of a test's own: each process that is started in it has an address, and two of them can be cut off from each other while both
/// reach everything else. Making one takes rights that not everybody has: without them the test is skipped.
/// </summary>
internal sealed class SiloNetwork : IDisposable
{
    // A bridge without an address of its own takes the lowest of its ports. Whoever has asked for it before a port with a lower one comes
    // sends into the void for a minute.
    private const string HostLinkAddress = "02:00:00:00:00:01";

    private static int _made;

    private readonly string _name = string.Create(CultureInfo.InvariantCulture, $"rk{Environment.ProcessId % 100_000}{Interlocked.Increment(ref _made)}");
    private readonly List<string> _processes = [];

    private SiloNetwork() => Host = string.Create(CultureInfo.InvariantCulture, $"10.213.{_made % 250}.1");

    /// <summary>This machine's address in it.</summary>
    public string Host { get; }

    public static SiloNetwork Create()
    {
        var network = TryCreate();
        Assert.SkipWhen(network is null, "No network can be made: it takes rights, and the programs 'ip' and 'bridge' of the package iproute2.");
        return network!;
    }

    /// <summary>Makes one; null where it cannot be.</summary>
    public static SiloNetwork? TryCreate()
    {
        var network = new SiloNetwork();
        if (!Programs.Has("ip") || !Programs.Has("bridge") || !Try("ip", "link", "add", network._name, "address", HostLinkAddress, "type", "bridge"))
        {
            return null;
        }

        Do("ip", "addr", "add", $"{network.Host}/24", "dev", network._name);
        Do("ip", "link", "set", network._name, "up");
        return network;
    }

    /// <summary>A cluster whose silos are in it, and whose Redis and API are at <see cref="Host"/>.</summary>
    public ClusterSetup Setup(ClusterSetup setup) => setup with
    {
        Redis = setup.Redis with { Arguments = [.. setup.Redis.Arguments, "--bind", $"127.0.0.1 {Host}", "--protected-mode", "no"] },
        RedisAddress = redis => string.Create(CultureInfo.InvariantCulture, $"{Host}:{redis.Port}"),
        PlaceOf = name => name.StartsWith("api", StringComparison.Ordinal) ? (ReckonLaunch.Usual, []) : PlaceFor(name),
    };

    /// <summary>A place in it for the process called <paramref name="process"/>.</summary>
    public (ReckonLaunch Launch, ImmutableArray<string> Arguments) PlaceFor(string process)
    {
        _processes.Add(process);
        var (space, link) = (SpaceOf(process), LinkOf(process));
        var address = string.Create(CultureInfo.InvariantCulture, $"{Host[..^1]}{1 + _processes.Count}");
        Do("ip", "netns", "add", space);
        Do("ip", "link", "add", link, "type", "veth", "peer", "name", "eth0", "netns", space);
        Do("ip", "link", "set", link, "master", _name);
        Do("ip", "link", "set", link, "up");
        Do("ip", "-n", space, "addr", "add", $"{address}/24", "dev", "eth0");
        Do("ip", "-n", space, "link", "set", "eth0", "up");
        Do("ip", "-n", space, "link", "set", "lo", "up");
        return (ReckonLaunch.Usual with { Through = ["ip", "netns", "exec", space] }, ["--address", address]);
    }

    /// <summary>Cuts processes off from one another: what they send to each other is lost.</summary>
    public void Cut(params string[] processes) => Isolate("on", processes);

    /// <summary>Ends that.</summary>
    public void Heal(params string[] processes) => Isolate("off", processes);

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            Try("ip", "netns", "del", SpaceOf(process)); // With its half of the link goes the other.
        }

        Try("ip", "link", "del", _name);
    }

    // Ports of a bridge that are isolated reach those that are not, and no other.
    private void Isolate(string state, IEnumerable<string> processes)
    {
        foreach (var process in processes)
        {
            Do("bridge", "link", "set", "dev", LinkOf(process), "isolated", state);
        }
    }

    private string SpaceOf(string process) => string.Create(CultureInfo.InvariantCulture, $"{_name}-{_processes.IndexOf(process)}");

    private string LinkOf(string process) => string.Create(CultureInfo.InvariantCulture, $"{_name}v{_processes.IndexOf(process)}");

    private static void Do(string program, params string[] arguments)
    {
        if (!Try(program, arguments))
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
        }
    }

    private static bool Try(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
