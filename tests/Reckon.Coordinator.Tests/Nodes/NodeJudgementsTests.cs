using System.Collections.Immutable;
using Reckon.Coordinator.Nodes;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class NodeJudgementsTests
{
    private static readonly ExpandRequest _steps = SomeNode.Request(Extent.Step, first: 1, count: 3);
    private static readonly ImmutableArray<Proposal> _proposals =
        [SomeNode.Answer(Ending.Open, "a"), SomeNode.Answer(Ending.Truncated, "b"), SomeNode.Answer(Ending.Finished, "c")];

    private readonly NodeVerdicts _known = new();

    [Fact]
    public void Everything_is_missing_at_first_but_what_was_truncated() =>
        Assert.Equal([0, 2], NodeJudgements.Missing(_known, _steps, _proposals).AsEnumerable());

    [Fact]
    public void What_was_judged_is_found_under_its_index_and_not_asked_for_again()
    {
        NodeJudgements.Add(_known, _steps, [0, 2], new JudgeReply([Verdict(0.1), Verdict(0.2)], 7));

        Assert.Empty(NodeJudgements.Missing(_known, _steps, _proposals));
        Assert.Equal([Verdict(0.1), null, Verdict(0.2)], NodeJudgements.Find(_known, _steps, _proposals));
        Assert.Equal([Verdict(0.2)], NodeJudgements.Find(_known, SomeNode.Request(Extent.Step, first: 3, count: 1), [_proposals[2]]));
        Assert.Equal(7, _known.PromptTokens);
    }

    [Fact]
    public void The_verdict_on_an_answer_holds_the_one_on_its_first_step()
    {
        NodeJudgements.Add(_known, SomeNode.Request(Extent.Answer, 0, 1), [0], new JudgeReply([new Verdict([0.3, 0.4], [5, 6])], 7));

        Assert.Equal([new Verdict([0.3], [5])], NodeJudgements.Find(_known, SomeNode.Request(Extent.Step, first: 0, count: 1), [_proposals[0]]));
    }

    [Fact]
    public void The_verdict_on_a_step_says_nothing_of_the_answer_that_begins_with_it()
    {
        NodeJudgements.Add(_known, SomeNode.Request(Extent.Step, 0, 1), [0], new JudgeReply([Verdict(0.1)], 7));

        Assert.Equal([0], NodeJudgements.Missing(_known, SomeNode.Request(Extent.Answer, 0, 1),
            [SomeNode.Answer(Ending.Finished, "a", "b")]).AsEnumerable());
    }

    private static Verdict Verdict(double score) => new([score], [2]);
}
