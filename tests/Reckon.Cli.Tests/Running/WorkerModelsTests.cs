using Reckon.Cli.Configuration;
using Reckon.Cli.Hosting;
using Reckon.Cli.Running;
using Reckon.Contracts.Models;
using Reckon.Inference.Onnx.Options;
using Reckon.Search;

namespace Reckon.Cli.Tests.Running;

public sealed class WorkerModelsTests
{
    [Theory]
    [InlineData(ExecutionProvider.Cpu, null, null, "worker.proposers: a worker needs a model.")]
    [InlineData(ExecutionProvider.Cpu, "models/a", "0,1", "worker.devices: expected one device, as the processor is one, found 0,1.")]
    [InlineData(ExecutionProvider.Simulated, "models/a", null, "worker.proposers: expected no folder of a model")]
    public void Settings_that_cannot_be_are_refused_with_the_place_and_a_remedy(
        ExecutionProvider provider, string? proposers, string? devices, string start)
    {
        var refusal = Assert.Throws<ClusterSettingException>(() => WorkerModels.Check(Options(provider, proposers, devices)));

        Assert.StartsWith(start, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExecutionProvider.Cpu, "models/a", null)]
    [InlineData(ExecutionProvider.Cpu, "models/a", "3")]
    [InlineData(ExecutionProvider.Cuda, "models/a", "0,1")]
    [InlineData(ExecutionProvider.Simulated, null, "0,1")]
    public void Others_are_accepted(ExecutionProvider provider, string? proposers, string? devices) =>
        WorkerModels.Check(Options(provider, proposers, devices));

    [Fact]
    public void Each_device_that_it_is_told_is_one_with_all_models()
    {
        var (devices, models) = WorkerModels.Simulated(Options(ExecutionProvider.Simulated, proposers: null, "0,2,5"));

        Assert.Equal(3, devices.Length);
        Assert.All(devices, device => Assert.Equal(["simulated-proposer", "simulated-verifier"], device.Served.Select(model => model.Name)));
        Assert.All(models.Descriptions, model => Assert.True(model.IsSimulated));
        Assert.Equal(devices[0].Served.Select(model => model.Pool), models.Descriptions.Select(model => model.Pool));
        var texts = models.Read(models.Descriptions[0].Pool, [new TextToRead(new Problem("p", new string('x', 400), "1", "", 1), "a\nb")]);
        Assert.Equal((101, 0, 2), (texts[0].PromptTokens, texts[0].UnknownWords, texts[0].SolutionSteps));
    }

    private static ReckonOptions Options(ExecutionProvider provider, string? proposers, string? devices) => new()
    {
        Execution = new OnnxExecutionOptions { Provider = provider },
        Worker = new WorkerSettings { Proposers = proposers, Devices = devices },
    };
}
