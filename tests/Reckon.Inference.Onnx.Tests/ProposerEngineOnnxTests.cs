using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests;

public sealed class ProposerEngineOnnxTests
{
    [Fact]
    public async Task Draws_the_same_bits_alone_and_in_a_crowd()
    {
        await using var alone = Asking.Proposer(maxRows: 1, maxKeptTokens: 0);
        await using var few = Asking.Proposer(maxRows: 3);
        await using var crowd = Asking.Proposer(maxRows: 64);
        await using var forgetful = Asking.Proposer(maxRows: 8, maxKeptTokens: 60);
        await using var threads = Asking.Proposer(maxRows: 16, threads: 2);

        var expected = await AskAll(alone, Asking.Problems);

        Assert.Equal(expected, await AskAll(few, Asking.Problems));
        Assert.Equal(expected, await AskAll(crowd, Asking.Problems));
        Assert.Equal(expected, await AskAll(crowd, Asking.Problems.Reverse()));
        Assert.Equal(expected, await AskAll(forgetful, Asking.Problems));
        Assert.True(crowd.Metrics.RestoredTokens > 0 && forgetful.Metrics.EvictedPrefixes > 0);
        Assert.Equal(expected, await AskAll(threads, Asking.Problems));
    }

    [Fact]
    public async Task Draws_an_answer_as_the_path_of_first_children_step_by_step()
    {
        await using var engine = Asking.Proposer();
        foreach (var problem in Asking.Problems)
        {
            var root = Asking.Root(problem);
            var answers = await engine.Propose(root, 4, Extent.Answer);
            for (var child = 0; child < 4; child++)
            {
                Assert.Equal(answers.Proposals[child].Print(), (await Walk(engine, root, child)).Print());
            }
        }
    }

    [Fact]
    public async Task Draws_the_first_four_of_sixty_four_when_asked_for_four()
    {
        await using var engine = Asking.Proposer();
        var root = Asking.Root(Asking.Problems[0]);

        var many = await engine.Propose(root, 64, Extent.Answer);
        var few = await engine.Propose(root, 4, Extent.Answer);
        var middle = await engine.Propose(root, 3, Extent.Answer, first: 10);

        Assert.Equal(many.Proposals[..4].Select(Asking.Print), few.Proposals.Select(Asking.Print));
        Assert.Equal(many.Proposals[10..13].Select(Asking.Print), middle.Proposals.Select(Asking.Print));
        Assert.True(many.Proposals.Select(Asking.Print).Distinct().Count() > 1);
    }

    private static async Task<string[]> AskAll(IProposerEngine engine, IEnumerable<Problem> problems)
    {
        var asked = problems
            .SelectMany(problem => new long[] { 1, 2, 3 }.Select(seed => Asking.Root(problem, seed)))
            .Select(root => (root, Reply: Ask(engine, root)))
            .ToArray();
        var replies = await Task.WhenAll(asked.Select(ask => ask.Reply));
        return [.. asked.Zip(replies, (ask, lines) => $"{ask.root.Problem.Id} {ask.root.Seed}\n{lines}").Order(StringComparer.Ordinal)];
    }

    // A round of steps, then answers from each open child: prefixes that are replayed, and forked to children of their own.
    private static async Task<string> Ask(IProposerEngine engine, Prefix root)
    {
        var steps = await engine.Propose(root, 3, Extent.Step);
        var rest = await Task.WhenAll(steps.Proposals
            .Select((proposal, i) => (proposal, i))
            .Where(child => child.proposal.Ending == Ending.Open)
            .Select(child => engine.Propose(Asking.After(root, child.i, child.proposal), 5, Extent.Answer)));
        return string.Join('\n', steps.Proposals.Concat(rest.SelectMany(reply => reply.Proposals)).Select(Asking.Print));
    }

    private static async Task<Proposal> Walk(IProposerEngine engine, Prefix root, int child)
    {
        var (prefix, last, index) = (root, default(Proposal), child);
        do
        {
            last = (await engine.Propose(prefix, 1, Extent.Step, first: index)).Proposals[0];
            (prefix, index) = (Asking.After(prefix, index, last), 0);
        }
        while (last.Ending == Ending.Open);

        return new Proposal(prefix.Steps, last.Ending);
    }
}
