using Reckon.Cli.Hosting;
using Reckon.Contracts.Clusters;
using Reckon.Contracts.Pools;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Documents;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx;
using Reckon.Inference.Onnx.Options;
using Reckon.Inference.Onnx.Tests.Remote;
using Reckon.Inference.Remote;
using Reckon.Search;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

/// <summary>Workers that run one model, one of them here and one on a server, serve one pool.</summary>
public sealed class MixedPoolTests
{
    private const int Problems = 12;

    [Fact]
    public async Task Workers_here_and_on_a_server_share_a_sweep()
    {
        var (proposer, verifier) = (ModelFolder.Read(Path("abacus-proposer")), ModelFolder.Read(Path("abacus-prm")));
        await using var server = new CompletionsServer(proposer.Path);
        using var distant = new RemoteFolder(proposer.Path, server.Url);
        distant.Says(proposer.Descriptor.Card);
        var remote = OnnxFolders.Read(distant.Folder);
        using var folder = new TempFolder();
        await using var cluster = TestCluster.On(folder);
        var here = new DeviceEngines(
            [InferenceEngines.OpenProposer(proposer, new EngineOptions { MaxRows = 2, MaxQueuedChildren = 1 }, new OnnxExecutionOptions())],
            [InferenceEngines.OpenVerifier(verifier, new EngineOptions { MaxRows = 1 }, new OnnxExecutionOptions())]);
        var there = new DeviceEngines([await RemoteProposerEngine.OpenAsync(remote, new EngineOptions(), key: null, TestContext.Current.CancellationToken)], []);
        await cluster.AddSiloAsync(SiloRoles.Coordinator);
        await cluster.AddSiloAsync(SiloRoles.Worker, here, models: Told(here, proposer, verifier));
        await cluster.AddSiloAsync(SiloRoles.Worker, there, models: Told(there, remote));
        var (pool, judges) = (DeviceEngines.PoolOf(proposer.Descriptor.Card), DeviceEngines.PoolOf(verifier.Descriptor.Card));

        var outcomes = await new SweepRun(cluster.Grains).FinishAsync(Submission(pool, judges));

        Assert.Equal(Problems * 3, outcomes.Select(OutcomeJson.Read).Count());
        Assert.All(new[] { here, there }, device => Assert.True(device.ReportOf("any", pool)!.GeneratedTokens > 0, "A worker was idle."));
        var figures = await cluster.Grains.GetGrain<IPoolsGrain>(0).GetAsync();
        Assert.Equal(2, figures.Pools.Single(one => one.Pool == pool).Workers);
        var model = (await cluster.Grains.GetGrain<IClusterGrain>(0).GetModelsAsync()).Single(one => one.Pool == pool);
        Assert.Equal((false, false), (model.IsRepeatable, model.CanExclude));
        Assert.True(model.CacheBytesPerToken > 0);
    }

    private static string Path(string model)
    {
        var path = global::System.IO.Path.Combine(RepositoryRoot.Folder, "models", model);
        Assert.SkipUnless(Directory.Exists(path), "The shipped models are not in models/.");
        return path;
    }

    private static ServedModels Told(DeviceEngines device, params ModelFolder[] folders) =>
        new(folders.Select(folder => new ModelReader(folder)), device.IsRepeatable);

    private static SweepSubmission Submission(string proposer, string verifier)
    {
        var some = SomeSweep.Submission(Problems);
        return some with
        {
            Terms = some.Terms with { ProposerPool = proposer, VerifierPool = verifier },
            Problems = [.. Enumerable.Range(1, Problems).Select(i => new Problem($"p{i}", $"Compute {i}+{3 * i}.", $"{4 * i}", "arithmetic", 1))],
        };
    }
}
