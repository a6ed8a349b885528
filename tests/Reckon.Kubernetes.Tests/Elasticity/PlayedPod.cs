using System.Collections.Immutable;
using System.Diagnostics;
using k8s.Models;
using Reckon.Cli.Hosting;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>
/// A rendered pod as a process of this machine: with its arguments and its variables, except for places, and with what a kubelet does to it.
/// </summary>
internal sealed class PlayedPod : IDisposable
{
    private static readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private static readonly TimeSpan _spotNotice = TimeSpan.FromSeconds(25);

    private readonly V1PodSpec _spec;
    private readonly V1Container _container;
    private readonly IReadOnlyDictionary<string, int> _ports;
    private readonly ReckonProcess _process;
    private readonly long _started = Stopwatch.GetTimestamp();

    private PlayedPod(string name, V1PodSpec spec, V1Container container, IReadOnlyDictionary<string, int> ports, ReckonProcess process) =>
        (Name, _spec, _container, _ports, _process) = (name, spec, container, ports, process);

    public string Name { get; }

    /// <summary>Whether it is to go, or has gone.</summary>
    public bool IsLeaving { get; private set; }

    /// <summary>How long it ran; until now while it does.</summary>
    public TimeSpan Lifetime { get; private set; }

    /// <summary>What it ended with.</summary>
    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    /// <summary>All that it has written to standard output.</summary>
    public string Output => _process.Output;

    /// <summary>All that it has written to standard error.</summary>
    public string Error => _process.Error;

    /// <summary>The last metrics that were read.</summary>
    public string Metrics { get; private set; } = "";

    /// <summary>Whether it ever answered.</summary>
    public bool HasServed => Told.Count > 0;

    /// <summary>The names of all metrics that it ever told.</summary>
    public HashSet<string> Told { get; } = [];

    /// <summary>Starts it.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="spec">The rendered pod.</param>
    /// <param name="ports">The ports of this machine by their names in the container.</param>
    /// <param name="places">Variables that are others here: addresses, ports and paths.</param>
    public static PlayedPod Start(string name, V1PodSpec spec, IReadOnlyDictionary<string, int> ports, IReadOnlyDictionary<string, string> places)
    {
        var container = ReckonPods.Of(spec).Single();
        var variables = ReckonPods.VariablesOf(container);
        foreach (var (variable, value) in places.Where(place => variables.ContainsKey(place.Key)))
        {
            variables[variable] = value;
        }

        foreach (var (variable, value) in variables)
        {
            variables[variable] = value.Replace("/app/models", RepositoryRoot.PathTo("models"), StringComparison.Ordinal);
        }

        return new PlayedPod(name, spec, container, ports, ReckonProcess.Start(new ReckonLaunch { Variables = variables.ToImmutableDictionary() }, onLine: null, [.. container.Args, StopSignal.AttachedOption]));
    }

    /// <summary>Waits until startup and readiness probe pass.</summary>
    public Task ReadyAsync() => System.Tests.Wait.UntilAsync(async () => HasExited
        ? throw new InvalidOperationException($"{Name} ended with {ExitCode}: {Output}{Error}")
        : await PassesAsync(_container.StartupProbe) && await PassesAsync(_container.ReadinessProbe));

    /// <summary>Whether the liveness probe passes.</summary>
    public Task<bool> IsLiveAsync() => PassesAsync(_container.LivenessProbe);

    /// <summary>Reads its metrics, if it answers.</summary>
    public async Task ReadMetricsAsync()
    {
        if (await GetAsync(_ports.ContainsKey("status") ? "status" : "api", "/metrics") is { } text)
        {
            Metrics = text;
            Told.UnionWith(MetricNames.ToldIn(text));
        }

        Lifetime = HasExited ? Lifetime : Stopwatch.GetElapsedTime(_started);
    }

    /// <summary>What a kubelet does to a pod that is deleted: the hook, the signal, and the end of its patience.</summary>
    /// <returns>How long it took, from the beginning of the hook.</returns>
    public async Task<TimeSpan> DeleteAsync()
    {
        IsLeaving = true;
        var since = Stopwatch.GetTimestamp();
        if (_container.Lifecycle?.PreStop?.HttpGet is { } hook)
        {
            var answer = await GetAsync(hook.Port.Value, hook.Path);
            Assert.True(answer is not null || !HasServed, $"{Name} did not drain."); // One that is still starting cannot.
        }

        await EndAsync(TimeSpan.FromSeconds(_spec.TerminationGracePeriodSeconds!.Value) - Stopwatch.GetElapsedTime(since));
        return Stopwatch.GetElapsedTime(since);
    }

    /// <summary>What happens to a pod whose node is taken away: the signal, 25 seconds, the end.</summary>
    public async Task<TimeSpan> LoseNodeAsync()
    {
        IsLeaving = true;
        var since = Stopwatch.GetTimestamp();
        await EndAsync(_spotNotice);
        return Stopwatch.GetElapsedTime(since);
    }

    public void Dispose() => _process.Dispose();

    private async Task EndAsync(TimeSpan patience)
    {
        await ReadMetricsAsync();
        _process.Send(ProcessSignal.Terminate);
        try
        {
            await _process.ExitAsync(patience);
        }
        catch (OperationCanceledException)
        {
            await _process.KillAsync();
        }
    }

    private async Task<bool> PassesAsync(V1Probe probe) => await GetAsync(probe.HttpGet.Port.Value, probe.HttpGet.Path) is not null;

    // Null where the answer is not a success, or there is none.
    private async Task<string?> GetAsync(string port, string path)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{_ports[port]}{path}");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {PlayedCluster.MonitoringSecret}");
            using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
