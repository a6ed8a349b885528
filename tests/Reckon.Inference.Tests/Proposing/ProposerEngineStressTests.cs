using Reckon.Inference.Engines;
using Reckon.Inference.Tests.Engines;
using Reckon.Search;
using Reckon.Search.Randomness;
using Reckon.Search.Running;

namespace Reckon.Inference.Tests.Proposing;

public sealed class ProposerEngineStressTests
{
    private const int Requests = 40;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 7)]
    [InlineData(8, 2)]
    [InlineData(64, 32)]
    public async Task Answers_every_request_right_while_others_come_go_and_fail(int maxRows, int maxKept)
    {
        await using var reference = Some.Engine(new EngineOptions());
        var options = new EngineOptions { MaxRows = maxRows, MaxParkedRows = maxKept };
        var model = Some.Model(options);
        await using var engine = Some.Engine(model, options);
        var requests = await RequestsAsync(reference, new RandomKey((ulong)maxRows));
        var expected = await Task.WhenAll(requests.Select(reference.Propose));

        for (var round = 0; round < 3; round++)
        {
            using var cancellation = new CancellationTokenSource();
            var asked = requests.Select((request, i) =>
                i % 4 == round ? engine.ProposeUntil(request, cancellation.Token) : engine.Propose(request)).ToArray();
            await asked[3]; // By now some run, some wait, some are done.
            await cancellation.CancelAsync();
            await Task.WhenAll(asked.Select(reply => reply.ContinueWith(_ => { }, TaskScheduler.Default)));

            foreach (var (i, reply) in asked.Index())
            {
                Assert.True(reply.IsCompletedSuccessfully || i % 4 == round, $"Request {i} of round {round}: {reply.Exception}");
                if (reply.IsCompletedSuccessfully)
                {
                    Assert.Equal(Print(expected[i]), Print(await reply));
                }
            }
        }

        await engine.Propose(requests[0]);
        Assert.Equal(0, engine.Load.Queued);
        Assert.InRange(model.LongestBatch, 1, maxRows);
    }

    // Of few and many children, of steps and answers, from the root and from prefixes.
    private static async Task<ExpandRequest[]> RequestsAsync(IProposerEngine engine, RandomKey key)
    {
        var requests = new List<ExpandRequest>();
        for (var i = 0; i < Requests; i++)
        {
            var prefix = Some.Prefix(problem: i % 7, seed: i);
            var depth = (int)(key.Child(i).Uniform(0) * 3);
            for (var step = 0; step < depth; step++)
            {
                var proposal = (await engine.Propose(new ExpandRequest(prefix, step, 1, Extent.Step, Some.Sampling))).Proposals[0];
                prefix = proposal.Ending == Ending.Open
                    ? prefix with { Path = prefix.Path.Add(step), Steps = prefix.Steps.AddRange(proposal.Steps) }
                    : prefix;
            }

            var count = 1 + (int)(key.Child(i).Uniform(1) * key.Child(i).Uniform(2) * 20);
            requests.Add(new ExpandRequest(prefix, 0, count, key.Child(i).Uniform(3) < 0.5 ? Extent.Step : Extent.Answer, Some.Sampling));
        }

        return [.. requests];
    }

    private static string Print(ProposeReply reply) => string.Join('\n', reply.Proposals.Select(proposal =>
        $"{proposal.Ending} {string.Join('|', proposal.Steps.Select(step => $"{step.Text} {step.LogProbability:r}"))}"));
}
