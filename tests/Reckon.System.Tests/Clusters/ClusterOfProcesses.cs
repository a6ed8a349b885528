using System.Text.Json;
using Reckon.Api;
using Reckon.Api.Sweeps;
using Reckon.Cli.Client;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Diagnostics;
using Reckon.Storage;
using Reckon.System.Tests.Stores;
using Reckon.Testing;

namespace Reckon.System.Tests.Clusters;

/// <summary>A cluster as people run it: processes around a real Redis, with the shipped models, reached over HTTP.</summary>
internal sealed class ClusterOfProcesses : IAsyncDisposable
{
    /// <summary>The id of the sweep that is submitted.</summary>
    public const string SweepId = "disturbed";

    private readonly List<ClusterMember> _members = [];
    private readonly ClusterSetup _setup;
    private ApiClient _api;

    private ClusterOfProcesses(RedisServer redis, StoreView store, ClusterSetup setup)
    {
        (Redis, Store, _setup) = (redis, store, setup);
        (Api, _api) = AddApi();
    }

    /// <summary>The store's server.</summary>
    public RedisServer Redis { get; }

    /// <summary>What is in the store.</summary>
    public StoreView Store { get; private set; }

    /// <summary>The process that serves HTTP.</summary>
    public ClusterMember Api { get; private set; }

    /// <summary>The coordinators, those that have ended too.</summary>
    public IReadOnlyList<ClusterMember> Coordinators => Named("coordinator");

    /// <summary>The workers, those that have ended too.</summary>
    public IReadOnlyList<ClusterMember> Workers => Named("worker");

    /// <summary>All processes, those that have ended too.</summary>
    public IReadOnlyList<ClusterMember> Members => _members;

    /// <summary>Starts one; skips the test where redis-server or the models are not there.</summary>
    /// <param name="coordinators">Coordinators, at least 1.</param>
    /// <param name="workers">Workers.</param>
    public static Task<ClusterOfProcesses> StartAsync(int coordinators = 1, int workers = 2) =>
        StartAsync(new ClusterSetup { Coordinators = coordinators, Workers = workers });

    /// <summary>The same, with another Redis, or processes that are started in other ways.</summary>
    public static async Task<ClusterOfProcesses> StartAsync(ClusterSetup setup)
    {
        var redis = await RedisServer.StartAsync(setup.Redis);
        var cluster = new ClusterOfProcesses(redis, new StoreView(await redis.ConnectAsync()), setup);
        try
        {
            var started = Enumerable.Range(0, setup.Coordinators).Select(_ => cluster.AddCoordinator())
                .Concat(Enumerable.Range(0, setup.Workers).Select(_ => cluster.AddWorker()));
            await Task.WhenAll(started.ToList().Append(cluster.Api).Select(member => member.ReadyAsync()));
            return cluster;
        }
        catch (Exception cause)
        {
            var told = cluster.Tell();
            await cluster.DisposeAsync();
            throw new InvalidOperationException($"The cluster did not start: {cause.Message}\n{told}", cause);
        }
    }

    /// <summary>Starts another coordinator.</summary>
    public ClusterMember AddCoordinator(ReckonLaunch? how = null) => Add(how, $"coordinator-{Coordinators.Count + 1}", "coordinator");

    /// <summary>Starts another worker.</summary>
    public ClusterMember AddWorker(ReckonLaunch? how = null) => Add(
        how, $"worker-{Workers.Count + 1}", "worker",
        "--proposer", RepositoryRoot.PathTo("models", "abacus-proposer"), "--verifier", RepositoryRoot.PathTo("models", "abacus-prm"));

    /// <summary>Starts another process that serves HTTP, which is asked from then on once it is ready.</summary>
    public async Task MoveApiAsync(ReckonLaunch? how = null)
    {
        var (member, client) = AddApi(how);
        await member.ReadyAsync();
        _api.Dispose();
        (Api, _api) = (member, client);
    }

    /// <summary>Looks into another store from now on, to which the processes have gone over.</summary>
    public async Task MoveStoreAsync(StoreView store)
    {
        await Store.DisposeAsync();
        Store = store;
    }

    /// <summary>Starts another process in place of each that has ended, as whatever runs processes does, until all that run serve.</summary>
    public async Task ReviveAsync()
    {
        foreach (var (role, wanted) in new[] { (Role: "coordinator", _setup.Coordinators), (Role: "worker", _setup.Workers) })
        {
            while (Named(role).Count(member => !member.HasExited) < wanted)
            {
                await (role == "worker" ? AddWorker() : AddCoordinator()).ReadyAsync();
            }
        }
    }

    /// <summary>Hands in the sweep in the file <paramref name="path"/>, once the workers are known.</summary>
    public async Task SubmitAsync(string path)
    {
        await Wait.UntilAsync(async () => (await GetAsync("v1/models")).Contains("abacus-prm", StringComparison.Ordinal));
        await HandInAsync(path, amend: false);
    }

    /// <summary>Has the sweep in the file <paramref name="path"/> add to the one that was submitted; false where it could not now.</summary>
    public Task<bool> TryAmendAsync(string path) => TryAsync(() => HandInAsync(path, amend: true));

    /// <summary>Orders something of the sweep, such as <c>pause</c>.</summary>
    public Task OrderAsync(string order) =>
        _api.SendAsync(HttpMethod.Post, $"v1/sweeps/{SweepId}/{order}", new OrderRequest("a test"), TestContext.Current.CancellationToken);

    /// <summary>The same; false where the cluster could not do it now.</summary>
    public Task<bool> TryOrderAsync(string order) => TryAsync(() => OrderAsync(order));

    /// <summary>Trials with an outcome, as the sweep's status says; null where it does not answer now.</summary>
    public async Task<long?> DoneAsync()
    {
        long? done = null;
        await TryAsync(async () => done = JsonSerializer.Deserialize<SweepView>(await StatusAsync(), ApiJson.ForClients)!.Done);
        return done;
    }

    /// <summary>What the sweep's status says, as it comes.</summary>
    public Task<string> StatusAsync() => GetAsync($"v1/sweeps/{SweepId}");

    /// <summary>Waits until the sweep says that it is finished.</summary>
    public async Task<SweepView> FinishedAsync()
    {
        SweepView? view = null;
        await Wait.UntilAsync(async () =>
        {
            view = JsonSerializer.Deserialize<SweepView>(await StatusAsync(), ApiJson.ForClients);
            return view!.Phase == SweepPhase.Finished;
        }, () => $"{view}");
        return view!;
    }

    /// <summary>What happened to the sweep.</summary>
    public Task<string> EventsAsync() => GetAsync($"v1/sweeps/{SweepId}/events");

    /// <summary>The outcomes, a line for each.</summary>
    public async Task<string> OutcomesAsync()
    {
        using var answer = await _api.OpenAsync(
            $"v1/sweeps/{SweepId}/results", "application/x-ndjson", lastEvent: null, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The ends of all logs.</summary>
    public string Tell() => string.Join("\n", _members.Select(member => member.Tell()));

    /// <summary>All logs.</summary>
    public string TellAll() => string.Join("\n", _members.Select(member => $"== {member.Name}\n{member.Log}"));

    /// <summary>Ends all processes, Redis last.</summary>
    public async ValueTask DisposeAsync()
    {
        _members.ForEach(member => member.Dispose());
        _api.Dispose();
        await Store.DisposeAsync();
        await Redis.DisposeAsync();
    }

    private async Task HandInAsync(string path, bool amend)
    {
        var bundle = ((Validated<SweepBundle>.Valid)SweepBundle.Read(path)).Value;
        var upload = new SweepUpload { Id = SweepId, Sweep = bundle.Sweep, Files = bundle.Files, Amend = amend };
        await _api.SendAsync(HttpMethod.Post, "v1/sweeps", upload, TestContext.Current.CancellationToken);
    }

    private static async Task<bool> TryAsync(Func<Task> attempt)
    {
        try
        {
            await attempt();
            return true;
        }
        catch (ApiFailedException)
        {
            return false;
        }
    }

    private Task<string> GetAsync(string path) => _api.GetAsync(path, TestContext.Current.CancellationToken);

    private List<ClusterMember> Named(string role) => [.. _members.Where(member => member.Name.StartsWith(role, StringComparison.Ordinal))];

    private (ClusterMember Member, ApiClient Client) AddApi(ReckonLaunch? how = null)
    {
        var url = $"http://127.0.0.1:{FreePort.Find()}";
        return (Add(how, $"api-{Named("api").Count + 1}", "api", "--url", url, "--open", "true"), new ApiClient(url, secret: null, TimeProvider.System));
    }

    private ClusterMember Add(ReckonLaunch? how, string name, params string[] arguments)
    {
        var place = _setup.PlaceOf(name);
        var launch = how is null ? place.Launch : how with { Through = place.Launch.Through };
        var member = ClusterMember.Start(name, launch, _setup.RedisAddress(Redis), [.. arguments, .. place.Arguments]);
        _members.Add(member);
        return member;
    }
}
