using Reckon.Cli.Hosting;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;
using Reckon.System.Tests.Processes;
using Reckon.Testing;
using Reckon.Worker;

namespace Reckon.System.Tests.Silos;

public sealed class EngineSettingsTests
{
    private static readonly EngineSettings _settings = new(new EngineOptions { MaxRows = 2 }, new OnnxExecutionOptions { Threads = 1 });

    [Fact]
    public async Task A_run_without_a_verifier_serves_its_proposer_alone()
    {
        var proposer = Read("abacus-proposer");

        await using var engines = await _settings.OpenAsync([proposer], verifiers: [], TestContext.Current.CancellationToken);

        Assert.Equal(DeviceEngines.PoolOf(proposer.Descriptor.Card), Assert.Single(engines.Served).Pool);
        Assert.True(engines.IsRepeatable);
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_both_models()
    {
        var (proposer, verifier) = (Read("abacus-proposer"), Read("abacus-prm"));

        var refused = await Assert.ThrowsAsync<ModelRefusedException>(() => _settings.OpenAsync([verifier], [proposer], TestContext.Current.CancellationToken));

        Assert.Equal(["Proposer, not Verifier", "Verifier, not Proposer"],
            refused.Lines.Select(line => line.Split("to be ")[1].Split('.')[0]));
    }

    private static ModelFolder Read(string name)
    {
        var folder = RepositoryRoot.PathTo("models", name);
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "model.onnx")), SweepFileOnDisk.NoModels);
        return ModelFolder.Read(folder);
    }
}
