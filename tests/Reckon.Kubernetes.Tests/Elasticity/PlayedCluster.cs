using System.Globalization;
using System.Text.Json;
using k8s.Models;
using Reckon.Api;
using Reckon.Api.Pools;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Reckon.Kubernetes.Tests.Objects;
using Reckon.Storage;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.Kubernetes.Tests.Elasticity;

/// <summary>The rendered chart as processes of this machine around a real Redis: coordinator and API, and workers as many as one asks for.</summary>
internal sealed class PlayedCluster : IAsyncDisposable
{
    public const string OperatorSecret = "the-operator-of-this-test";
    public const string AutoscalerSecret = "the-autoscaler-of-this-test";
    public const string MonitoringSecret = "the-monitoring-of-this-test";

    private const string SweepId = "elastic";

    private readonly TempFolder _folder = new();
    private readonly RedisServer _redis;
    private readonly ObjectSet _objects;
    private readonly List<PlayedPod> _workers = [];
    private readonly int _apiPort = FreePort.Find();
    private readonly ApiClient _operator;
    private readonly ApiClient _autoscaler;

    private PlayedCluster(RedisServer redis, ObjectSet objects)
    {
        (_redis, _objects) = (redis, objects);
        _folder.Write("tokens.txt", $"operator operator {OperatorSecret}\nviewer autoscaler {AutoscalerSecret}\nviewer monitoring {MonitoringSecret}\n");
        _operator = new ApiClient($"http://127.0.0.1:{_apiPort}", OperatorSecret, TimeProvider.System);
        _autoscaler = new ApiClient($"http://127.0.0.1:{_apiPort}", AutoscalerSecret, TimeProvider.System);
        Coordinator = Start("coordinator", "-coordinator");
        Api = Start("api", "-api");
    }

    public PlayedPod Coordinator { get; }

    public PlayedPod Api { get; }

    /// <summary>All workers that there ever were.</summary>
    public IReadOnlyList<PlayedPod> Workers => _workers;

    /// <summary>Those that are not to go.</summary>
    public IReadOnlyList<PlayedPod> Staying => [.. _workers.Where(worker => !worker.IsLeaving && !worker.HasExited)];

    public static async Task<PlayedCluster> StartAsync(ObjectSet objects)
    {
        var redis = await RedisServer.StartAsync(isKept: true);
        var cluster = new PlayedCluster(redis, objects);
        await cluster.Coordinator.ReadyAsync();
        await cluster.Api.ReadyAsync();
        return cluster;
    }

    /// <summary>Starts another worker; returns at once.</summary>
    public PlayedPod AddWorker()
    {
        var worker = Start(string.Create(CultureInfo.InvariantCulture, $"worker-{_workers.Count + 1}"), "-worker-cpu");
        _workers.Add(worker);
        return worker;
    }

    public async Task SubmitAsync(string path)
    {
        var bundle = ((Validated<SweepBundle>.Valid)SweepBundle.Read(path)).Value;
        var upload = new SweepUpload { Id = SweepId, Sweep = bundle.Sweep, Files = bundle.Files };
        await _operator.SendAsync(HttpMethod.Post, "v1/sweeps", upload, TestContext.Current.CancellationToken);
    }

    public async Task<SweepView> SweepAsync() => Read<SweepView>(await GetAsync(_operator, $"v1/sweeps/{SweepId}"));

    public async Task<bool> IsFinishedAsync() => (await SweepAsync()).Phase == SweepPhase.Finished;

    /// <summary>What KEDA reads at <paramref name="path"/>, with its own token.</summary>
    public async Task<PoolView> PoolAsync(string path) => Read<PoolView>(await GetAsync(_autoscaler, path.TrimStart('/')));

    public async Task<string> OutcomesAsync()
    {
        using var answer = await _operator.OpenAsync(
            $"v1/sweeps/{SweepId}/results", "application/x-ndjson", lastEvent: null, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The ends of all logs.</summary>
    public string Tell() => string.Join('\n', _workers.Append(Coordinator).Append(Api).Select(pod =>
        $"== {pod.Name} {(pod.HasExited ? $"ended with {pod.ExitCode}" : "runs")}\n{string.Join('\n', pod.Output.Split('\n').TakeLast(20))}\n{pod.Error}"));

    public async ValueTask DisposeAsync()
    {
        _workers.ForEach(worker => worker.Dispose());
        Api.Dispose();
        Coordinator.Dispose();
        _operator.Dispose();
        _autoscaler.Dispose();
        await _redis.DisposeAsync();
        _folder.Dispose();
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, ApiJson.ForClients)!;

    private static Task<string> GetAsync(ApiClient client, string path) => client.GetAsync(path, TestContext.Current.CancellationToken);

    private PlayedPod Start(string name, string deployment)
    {
        var spec = _objects.Of<V1Deployment>().Single(it => it.Metadata.Name.EndsWith(deployment, StringComparison.Ordinal)).Spec.Template.Spec;
        var status = FreePort.Find();
        return PlayedPod.Start(name, spec, new Dictionary<string, int> { ["status"] = status, ["api"] = _apiPort }.Where(port =>
            ReckonPods.Of(spec).Single().Ports.Any(its => its.Name == port.Key)).ToDictionary(), new Dictionary<string, string>
            {
                ["RECKON__Cluster__Redis"] = _redis.Address,
                ["RECKON__Cluster__Address"] = "127.0.0.1",
                ["RECKON__Cluster__SiloPort"] = "0",
                ["RECKON__Cluster__GatewayPort"] = "0",
                ["RECKON__Cluster__StatusUrl"] = $"http://127.0.0.1:{status}",
                ["RECKON__Api__Url"] = $"http://127.0.0.1:{_apiPort}",
                ["RECKON__Api__Tokens"] = _folder.File("tokens.txt"),
            });
    }
}
