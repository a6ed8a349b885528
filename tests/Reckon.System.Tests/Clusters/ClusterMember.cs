using System.Globalization;
using System.Text.RegularExpressions;
using Reckon.Cli.Hosting;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>A process of a cluster, attached to this one: it ends when this one does.</summary>
internal sealed partial class ClusterMember : IDisposable
{
    private const int LastLines = 60;
    private readonly ReckonProcess _process;

    private ClusterMember(string name, ReckonProcess process) => (Name, _process) = (name, process);

    /// <summary>What it is called in messages.</summary>
    public string Name { get; }

    /// <summary>The system's number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>What it has logged so far.</summary>
    public string Log => _process.Error;

    /// <summary>Whether it has said that it serves.</summary>
    public bool IsReady => _process.Output.Contains(ServerProcess.ReadyWord, StringComparison.Ordinal);

    /// <summary>Where its silo listens, as it says when it serves.</summary>
    public string Place => ReadyAt().Match(_process.Output).Groups[1].Value;

    /// <summary>Starts <c>reckon</c> in the role <paramref name="arguments"/>, with the others of the cluster at <paramref name="redis"/>.</summary>
    public static ClusterMember Start(string name, ReckonLaunch how, string redis, params string[] arguments) => new(
        name, ReckonProcess.Start(how, onLine: null, [.. arguments, StopSignal.AttachedOption, "--redis", redis, "--cluster", "faults"]));

    /// <summary>Waits until it serves.</summary>
    public Task ReadyAsync() => Wait.UntilAsync(
        () => HasExited ? throw new InvalidOperationException($"{Name} ended with {_process.ExitCode} before it served.") : IsReady,
        Tell, $"{Name} serves");

    /// <summary>Ends it as a power cut would.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <summary>Sends it a signal.</summary>
    public void Send(ProcessSignal signal) => _process.Send(signal);

    /// <summary>Waits for its end. Returns its exit code.</summary>
    public Task<int> ExitAsync() => _process.ExitAsync();

    /// <summary>The last lines of its log, and how it ended.</summary>
    public string Tell()
    {
        var state = HasExited ? string.Create(CultureInfo.InvariantCulture, $"ended with {_process.ExitCode}") : "runs";
        return $"== {Name} (process {Id}, {state})\n{string.Join('\n', Log.Split('\n').TakeLast(LastLines))}";
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    [GeneratedRegex(" at ([0-9.:]+),")]
    private static partial Regex ReadyAt();
}
