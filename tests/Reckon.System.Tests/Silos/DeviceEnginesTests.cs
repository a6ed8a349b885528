using Reckon.Contracts.Workers;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.System.Tests.Silos;

public sealed class DeviceEnginesTests
{
    [Fact]
    public async Task Rejects_alone_what_no_engine_of_the_model_could_answer()
    {
        await using var device = SimulatedDevice.Instant();
        var problem = new Problem("p1", "What is it?", "42", "sums", 1);
        var sound = new ExpandRequest(new Prefix(problem, 1, [], []), 0, 2, Extent.Answer, new Sampling(1, 64, 200));
        var alien = sound with { Prefix = sound.Prefix with { Path = [0], Steps = [new Step("?", [1_000_000], 0)] } };

        // As the worker grain asks: one fault that came out as an exception would take all answers with it.
        var answers = await Task.WhenAll(new[] { sound, alien, sound }.Select(request =>
            device.ProposeAsync(SimulatedDevice.ProposerPool, request, TestContext.Current.CancellationToken)));

        Assert.Equal([WorkStatus.Done, WorkStatus.Rejected, WorkStatus.Done], answers.Select(answer => answer.Status));
        Assert.Contains("written by another model", answers[1].Error, StringComparison.Ordinal);
    }
}
