using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Reckon.Contracts.Nodes;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Contracts.Wire;
using Reckon.Contracts.Workers;
using Reckon.Coordinator.Nodes;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Coordinator.Tests.Wire;

public sealed class WireTests
{
    private static readonly ServiceProvider _services = new ServiceCollection().AddSerializer().BuildServiceProvider();
    private static readonly Serializer _serializer = _services.GetRequiredService<Serializer>();
    private static readonly Problem _problem = new("p/1", "Wie groß ist π?\0", "42", "", 5);
    private static readonly Step _step =
        new("2 + 2 = 4", [1, -2, int.MaxValue], -1.25) { TokenLogProbabilities = [-0.5f, float.NegativeInfinity, float.Epsilon] };
    private static readonly Step _bare = new("", [], 0);

    private static readonly Sampling _sampling = new(0.8, 64, 200, 5, 0.9, 0.05, 1.1, -0.5, 0.25, ["\n\n", "</s>"])
    {
        Preface = new Preface { System = "Think.", Examples = [new WorkedExample("1 + 1?", "2"), new WorkedExample("", "3")] },
    };
    private static readonly Prefix _prefix = new(_problem, long.MinValue, [3, 0, 1], [_step, _bare]) { Owner = "sweep", Priority = 3 };
    private static readonly Verdict _verdict = new([0.125, double.Epsilon], [3, int.MaxValue]);
    private static readonly ImmutableArray<Branch> _branches =
        [new(new Proposal([_step, _bare], Ending.Finished), _verdict), new(new Proposal([_bare], Ending.Truncated), null)];

    [Fact]
    public void Children_and_their_steps_arrive_as_they_were_sent()
    {
        var (reply, firstDrawn) = Sent(new NodeExpanded(new ExpandReply(_branches, new TokenCost(17, 0, 18)), 3));

        Assert.Equal(_branches, reply.Branches);
        Assert.Equal((new TokenCost(17, 0, 18), 3), (reply.Prompt, firstDrawn));
    }

    [Fact]
    public void A_request_for_children_arrives_as_it_was_sent()
    {
        var sent = new ExpandRequest(_prefix, 2, 3, Extent.Answer, _sampling);
        var request = Sent(new ProposeCall("pool", [sent])).Requests.Single();
        var node = Sent(new ExpandNode(sent, "p", new Judging("v", 2), true));
        var unjudged = Sent(new ExpandNode(sent, "p", null, true));

        AssertSame(_prefix, request.Prefix);
        Assert.Equal((2, 3, Extent.Answer, _sampling), (request.FirstChild, request.Count, request.Extent, request.Sampling));
        AssertSame(_prefix, node.Request.Prefix);
        Assert.Equal(("p", new Judging("v", 2), true), (node.ProposerPool, node.Judging, node.IsNew));
        Assert.Null(unjudged.Judging);
        var drawn = Sent(sent with { Drawn = new ProposeReply([_branches[0].Proposal], 5) }).Drawn!;
        Assert.Equal([_branches[0].Proposal], drawn.Proposals);
        Assert.Equal(5, drawn.PromptTokens);
    }

    [Fact]
    public void A_request_for_scores_and_its_answer_arrive_as_they_were_sent()
    {
        ImmutableArray<Proposal> proposals = [new([_step], Ending.Open), new([_bare, _step], Ending.Finished)];
        ImmutableArray<Verdict> verdicts = [_verdict, new([], [])];

        var request = Sent(new JudgeCall("pool", [new JudgeRequest(_prefix, proposals)])).Requests.Single();
        var report = new WorkerReport("w", 1, 2, 3, 4, 5, 6, TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8), 9)
        {
            Pool = "pool",
            Outstanding = 10,
            IsDraining = true,
        };
        var (answers, reported) = Sent(new JudgeAnswers([new JudgeAnswer(WorkStatus.Done, new JudgeReply(verdicts, 9))], report));
        var reply = answers.Single().Reply!;

        AssertSame(_prefix, request.Prefix);
        Assert.Equal(proposals.SelectMany(proposal => proposal.Steps), request.Continuations.SelectMany(proposal => proposal.Steps));
        Assert.Equal(proposals.Select(proposal => proposal.Ending), request.Continuations.Select(proposal => proposal.Ending));
        Assert.Equal(verdicts, reply.Verdicts);
        Assert.Equal((9, report), (reply.PromptTokens, reported));
    }

    [Fact]
    public void What_a_proposer_wrote_arrives_as_it_was_sent()
    {
        var reply = Sent(new ProposeAnswer(WorkStatus.Done, new ProposeReply([new([_step, _bare], Ending.Open)], 5))).Reply!;

        Assert.Equal([_step, _bare], reply.Proposals.Single().Steps);
        Assert.Equal(5, reply.PromptTokens);
    }

    [Fact]
    public void A_cost_arrives_as_it_was_sent()
    {
        var cost = new Cost(1, 2, long.MaxValue, 4);

        Assert.Equal(cost, Sent(cost));
    }

    [Fact]
    public void What_a_node_remembers_is_read_as_it_was_saved()
    {
        var verdicts = new NodeVerdicts { Answers = { [0] = _verdict }, Steps = { [7] = new Verdict([1], [2]) }, PromptTokens = 2 };
        var saved = new NodeState
        {
            Children = { [0] = _branches[0].Proposal, [-3] = _branches[1].Proposal },
            PromptTokens = 1,
            Verdicts = { ["v/1"] = verdicts },
        };

        var read = Sent(saved);

        Assert.Equal(saved.Children, read.Children);
        Assert.Equal(verdicts.Answers, read.Verdicts["v/1"].Answers);
        Assert.Equal(verdicts.Steps, read.Verdicts["v/1"].Steps);
        Assert.Equal((1, 2), (read.PromptTokens, read.Verdicts["v/1"].PromptTokens));
    }

    [Fact]
    public void A_sweep_arrives_as_it_was_sent()
    {
        var terms = new SweepTerms("hash", "{}", "p", "v", "{}", new SearchPrice(new ProposerPrice(3, 7) { PrefaceTokens = 9 }, new VerifierPrice(4, 5, 6, 8)));
        var submission = Sent(new SweepSubmission(terms, [_problem]));

        Assert.Equal([_problem], submission.Problems);
        Assert.Equal(terms, submission.Terms);
        var unjudged = terms with { VerifierPool = null, Price = new SearchPrice(new ProposerPrice(3), null) };
        Assert.Equal(unjudged, Sent(unjudged));
    }

    [Fact]
    public void Numbers_that_are_cut_off_are_refused()
    {
        Assert.Empty(Packed.Numbers<double>(null));
        Assert.Throws<InvalidDataException>(() => Packed.Numbers<double>(new byte[12]));
    }

    private static void AssertSame(Prefix expected, Prefix actual)
    {
        Assert.Equal(
            (expected.Problem, expected.Seed, expected.Owner, expected.Priority),
            (actual.Problem, actual.Seed, actual.Owner, actual.Priority));
        Assert.Equal(expected.Path, actual.Path);
        Assert.Equal(expected.Steps, actual.Steps);
    }

    private static T Sent<T>(T value) => _serializer.Deserialize<T>(_serializer.SerializeToArray(value))!;
}
