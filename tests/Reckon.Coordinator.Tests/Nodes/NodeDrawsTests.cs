using Reckon.Coordinator.Nodes;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class NodeDrawsTests
{
    [Fact]
    public void Finds_what_was_drawn_and_nothing_else()
    {
        var state = new NodeState();
        NodeDraws.Append(state, SomeNode.Request(Extent.Step, 0, 1), Reply(StepChild(0), StepChild(1)));

        Assert.Equal([StepChild(1)], NodeDraws.Find(state, SomeNode.Request(Extent.Step, first: 1, count: 1))!.Value);
        Assert.Null(NodeDraws.Find(state, SomeNode.Request(Extent.Step, first: 1, count: 2)));
        Assert.Null(NodeDraws.Find(state, SomeNode.Request(Extent.Answer, first: 0, count: 1)));
    }

    [Fact]
    public void What_is_missing_follows_what_is_there()
    {
        var state = new NodeState();
        NodeDraws.Append(state, SomeNode.Request(Extent.Step, 0, 1), Reply(StepChild(0), StepChild(1)));

        var missing = NodeDraws.Missing(state, SomeNode.Request(Extent.Step, first: 1, count: 4));

        Assert.Equal((2, 3), (missing.FirstChild, missing.Count));
    }

    [Fact]
    public void The_first_step_of_an_answer_serves_as_the_step_with_the_same_index()
    {
        var state = new NodeState();
        NodeDraws.Append(state, SomeNode.Request(Extent.Answer, 0, 1), Reply(SomeNode.Answer(Ending.Finished, "s0", "t0"), SomeNode.Answer(Ending.Finished, "s1")));

        var steps = NodeDraws.Find(state, SomeNode.Request(Extent.Step, first: 0, count: 2))!.Value;

        Assert.Equal([SomeNode.Answer(Ending.Open, "s0"), SomeNode.Answer(Ending.Finished, "s1")], steps);
    }

    [Fact]
    public void A_truncated_answer_lends_no_step()
    {
        var state = new NodeState();
        NodeDraws.Append(state, SomeNode.Request(Extent.Answer, 0, 1), Reply(SomeNode.Answer(Ending.Truncated, "s0", "t0")));

        Assert.Null(NodeDraws.Find(state, SomeNode.Request(Extent.Step, first: 0, count: 1)));
    }

    private static ProposeReply Reply(params Proposal[] proposals) => new([.. proposals], 5);

    private static Proposal StepChild(int index) => SomeNode.Answer(Ending.Open, $"step {index}");
}
