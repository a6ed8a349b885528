using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests;

public sealed class VerifierEngineOnnxTests
{
    [Fact]
    public async Task Scores_the_same_bits_alone_and_in_a_crowd()
    {
        await using var proposer = Asking.Proposer();
        await using var verifier = Asking.Verifier();
        var root = Asking.Root(Asking.Problems[0]);
        var judged = (await proposer.Propose(root, 16, Extent.Answer)).Proposals.Where(p => p.Ending != Ending.Truncated).ToArray();

        var together = await verifier.Judge(root, judged);
        for (var i = 0; i < judged.Length; i++)
        {
            Assert.Equal(Bits(together.Scores[i]), Bits((await verifier.Judge(root, [judged[i]])).Scores[0]));
        }

        var backwards = await verifier.Judge(root, judged.Reverse());
        Assert.Equal(together.Scores.Select(Bits), backwards.Scores.Reverse().Select(Bits));
    }

    [Fact]
    public async Task Scores_a_path_step_by_step_as_it_does_whole()
    {
        await using var proposer = Asking.Proposer();
        await using var verifier = Asking.Verifier();
        foreach (var problem in Asking.Problems)
        {
            var root = Asking.Root(problem);
            var answers = (await proposer.Propose(root, 8, Extent.Answer)).Proposals.Where(p => p.Ending == Ending.Finished);
            foreach (var answer in answers)
            {
                var whole = (await verifier.Judge(root, [answer])).Scores[0];
                Assert.Equal(Bits(whole), Bits(await StepByStep(verifier, root, answer)));
            }
        }
    }

    [Theory]
    [InlineData(65_536)]
    [InlineData(150)] // Room for about one path: most is evicted before it is asked for again.
    public async Task Scores_the_same_bits_whether_prefixes_are_kept_or_read_again(int maxKeptTokens)
    {
        await using var proposer = Asking.Proposer();
        await using var plain = Asking.Verifier(maxKeptTokens: 0);
        await using var keeping = Asking.Verifier(maxKeptTokens);
        foreach (var problem in Asking.Problems)
        {
            var root = Asking.Root(problem);
            var answers = (await proposer.Propose(root, 8, Extent.Answer)).Proposals.Where(p => p.Ending == Ending.Finished).ToArray();
            var expected = (await plain.Judge(root, answers)).Scores.Select(Bits).ToArray();
            for (var i = 0; i < answers.Length; i++)
            {
                Assert.Equal(expected[i], Bits(await StepByStep(keeping, root, answers[i])));
            }
        }

        Assert.Equal(0, plain.Metrics.RestoredTokens);
        Assert.True(keeping.Metrics.RestoredTokens > 0);
    }

    private static async Task<ImmutableArray<double>> StepByStep(IVerifierEngine verifier, Prefix root, Proposal answer)
    {
        var scores = ImmutableArray.CreateBuilder<double>();
        var prefix = root;
        for (var i = 0; i < answer.Steps.Length; i++)
        {
            var step = new Proposal([answer.Steps[i]], i == answer.Steps.Length - 1 ? Ending.Finished : Ending.Open);
            scores.Add((await verifier.Judge(prefix, [step])).Scores[0][0]);
            prefix = Asking.After(prefix, 0, step);
        }

        return scores.ToImmutable();
    }

    private static string Bits(ImmutableArray<double> scores) =>
        string.Join(' ', scores.Select(score => BitConverter.DoubleToInt64Bits(score).ToString("x")));
}
