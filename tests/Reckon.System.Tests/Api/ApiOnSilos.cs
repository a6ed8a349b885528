using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Reckon.Api;
using Reckon.Api.Hosting;
using Reckon.Api.Security;
using Reckon.Api.Sweeps;
using Reckon.Cli.CommandLine;
using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Output;
using Reckon.Cli.Running;
using Reckon.Cli.Serving;
using Reckon.Contracts.Sweeps;
using Reckon.Inference.Folders;
using Reckon.Search.Strategies;
using Reckon.Storage;
using Reckon.System.Tests.Processes;
using Reckon.System.Tests.Silos;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Api;

/// <summary>The API over a real silo with the shipped models. Its caller has an operator's token, unless it says otherwise.</summary>
internal sealed class ApiOnSilos : IAsyncDisposable
{
    public const string OperatorSecret = "operators-secret-of-the-test";
    public const string Operator = $"Bearer {OperatorSecret}";
    public const string ViewerSecret = "viewers-secret-of-the-test-too";

    private static readonly string _tokens = $"operator olga {OperatorSecret}\nviewer victor {ViewerSecret}\n";

    private readonly TempFolder _folder;
    private readonly TestCluster? _cluster; // Null where it is another one's.
    private readonly IGrainFactory _grains;
    private readonly WebApplication _app;

    private ApiOnSilos(TempFolder folder, TestCluster? cluster, IGrainFactory grains, WebApplication app, string url)
    {
        (_folder, _cluster, _grains, _app) = (folder, cluster, grains, app);
        (Url, Http) = (url, new HttpClient { BaseAddress = new Uri(url) });
    }

    /// <summary>Where it listens.</summary>
    public string Url { get; }

    private HttpClient Http { get; }

    /// <summary>Runs a client command against it, with an operator's token, in this process.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => RunAtAsync(Url, arguments);

    /// <summary>The same against the server at <paramref name="url"/>.</summary>
    public async Task<CommandResult> RunAtAsync(string url, params string[] arguments)
    {
        var secret = _folder.Write("secret", OperatorSecret);
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var exitCode = await new ReckonCommand(
            new LocalSweepRun(TimeProvider.System), "0", ProcessEnvironment.OfProcess(), new Terminal(output, error),
            new FaultLog(_folder.File("faults"), TimeProvider.System))
            .InvokeAsync([.. arguments, "--server", url, "--secret-file", secret], TestContext.Current.CancellationToken);
        return new CommandResult(exitCode, $"{output}", $"{error}");
    }

    public static async Task<ApiOnSilos> StartAsync(Action<ApiOptions>? set = null)
    {
        var models = new[] { "abacus-proposer", "abacus-prm" }.Select(name => RepositoryRoot.PathTo("models", name)).ToArray();
        Assert.SkipUnless(File.Exists(Path.Combine(models[0], "model.onnx")), SweepFileOnDisk.NoModels);
        var (proposer, verifier) = (ModelFolder.Read(models[0]), ModelFolder.Read(models[1]));
        var options = new ReckonOptions();
        var engines = await new EngineSettings(options.Engine, options.Execution).OpenAsync([proposer], [verifier]);
        var folder = new TempFolder();
        var cluster = TestCluster.On(folder);
        var silo = await cluster.AddSiloAsync(
            SiloRoles.Coordinator | SiloRoles.Worker, engines,
            models: new ServedModels([new ModelReader(proposer), new ModelReader(verifier)], isRepeatable: true));
        return await ServeAsync(folder, cluster, silo.Services.GetRequiredService<IGrainFactory>(), set, more: null);
    }

    /// <summary>Another API over the same silo.</summary>
    public Task<ApiOnSilos> BesideAsync(Action<ApiOptions>? set = null, Action<IServiceCollection>? more = null) =>
        ServeAsync(new TempFolder(), cluster: null, _grains, set, more);

    /// <summary>A sweep of a few of the shipped problems, with its files.</summary>
    public static SweepUpload Upload(int problems = 4, string name = "small") => new()
    {
        Sweep = $$"""
            apiVersion: reckon/v1
            kind: Sweep
            name: {{name}}
            dataset: { path: somewhere/test.jsonl, limit: {{problems}} }
            models: { proposer: models/abacus-proposer, verifier: abacus-prm }
            strategies:
              - bestOfN: { n: [1, 4] }
              - beam: { n: [4], width: 2 }
            """,
        Files = new Dictionary<string, string>
        {
            ["test.jsonl"] = File.ReadAllText(RepositoryRoot.PathTo("datasets", "abacus", "test.jsonl")),
            ["dataset.json"] = File.ReadAllText(RepositoryRoot.PathTo("datasets", "abacus", "dataset.json")),
        },
    };

    public Task<HttpResponseMessage> PostAsync(string path, object body, string authorization = Operator) =>
        PostAsync(path, JsonSerializer.Serialize(body, ApiJson.ForClients), authorization);

    public Task<HttpResponseMessage> PostAsync(string path, string body, string authorization = Operator) =>
        SendAsync(HttpMethod.Post, path, authorization, new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> GetAsync(string path, string authorization = Operator) => SendAsync(HttpMethod.Get, path, authorization);

    /// <summary>Sends a request; returns when the answer begins.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string authorization = Operator, HttpContent? content = null,
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers.Append(("Authorization", authorization)).Where(header => header.Item2.Length > 0))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.ExpectContinue = content is not null; // So that a refusal is read before the body is sent.
        return await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    /// <summary>The document of an answer, which has to be a success.</summary>
    public static async Task<T> ReadAsync<T>(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<T>(text, ApiJson.ForClients)!;
    }

    /// <summary>Asserts that a request is refused with a problem, and returns what it says.</summary>
    public static async Task<string> RefusedAsync(HttpStatusCode status, Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return text;
    }

    /// <summary>The outcomes of a sweep, a line for each.</summary>
    public async Task<string> LinesAsync(string id)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"v1/sweeps/{id}/results", headers: ("Accept", "application/x-ndjson"));
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Submits a sweep and waits for its end.</summary>
    public async Task<string> FinishAsync(SweepUpload upload)
    {
        var submitted = await ReadAsync<SubmittedView>(PostAsync("v1/sweeps", upload));
        await UntilAsync(submitted.Id, view => view.Phase == SweepPhase.Finished);
        return submitted.Id;
    }

    /// <summary>Waits until a sweep is as <paramref name="condition"/> says.</summary>
    public async Task<SweepView> UntilAsync(string id, Func<SweepView, bool> condition)
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var view = await ReadAsync<SweepView>(GetAsync($"v1/sweeps/{id}"));
            if (condition(view))
            {
                return view;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await (_cluster?.DisposeAsync() ?? default);
        _folder.Dispose();
    }

    private static async Task<ApiOnSilos> ServeAsync(
        TempFolder folder, TestCluster? cluster, IGrainFactory grains, Action<ApiOptions>? set, Action<IServiceCollection>? more)
    {
        var api = new ApiOptions { Url = $"http://127.0.0.1:{FreePort.Find()}" };
        set?.Invoke(api);
        var app = ApiServer.Build(
            api, new CallerTokens(TokensOf(_tokens), isOpen: false),
            services => new ClusterSweeps(services.GetRequiredService<IGrainFactory>(), StrategyRegistry.BuiltIn, ServedModels.None),
            builder =>
            {
                builder.Services.AddSingleton(grains);
                more?.Invoke(builder.Services);
            });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ApiOnSilos(folder, cluster, grains, app, api.Url);
    }

    private static global::System.Collections.Immutable.ImmutableArray<ApiToken> TokensOf(string text) =>
        ((Evaluation.Diagnostics.Validated<global::System.Collections.Immutable.ImmutableArray<ApiToken>>.Valid)TokenFile.Read(text, "tokens")).Value;
}
