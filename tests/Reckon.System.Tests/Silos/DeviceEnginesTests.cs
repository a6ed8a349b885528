using System.Collections.Immutable;
using Reckon.Contracts.Workers;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.System.Tests.Silos;

public sealed class DeviceEnginesTests
{
    [Fact]
    public async Task Judges_what_it_drew_as_if_it_were_asked_to_afterwards_where_it_holds_the_verifier()
    {
        await using var device = SimulatedDevice.Instant();
        var request = new ExpandRequest(
            new Prefix(new Problem("p1", "What is it?", "42", "sums", 1), 1, [], []), 0, 6, Extent.Answer, new Sampling(1, 64, 40));
        var cancellation = TestContext.Current.CancellationToken;

        var both = await device.ProposeAsync(SimulatedDevice.ProposerPool, request, SimulatedDevice.VerifierPool, cancellation);
        var elsewhere = await device.ProposeAsync(SimulatedDevice.ProposerPool, request, "another", cancellation);

        var whole = both.Reply!.Proposals.Where(proposal => proposal.Ending != Ending.Truncated).ToImmutableArray();
        Assert.NotEmpty(whole);
        var judged = await device.JudgeAsync(SimulatedDevice.VerifierPool, new JudgeRequest(request.Prefix, whole), cancellation);
        Assert.Equal(judged.Reply!.Verdicts, both.Judged!.Verdicts);
        Assert.Equal(both.Reply.Proposals, elsewhere.Reply!.Proposals);
        Assert.Null(elsewhere.Judged);
    }

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
