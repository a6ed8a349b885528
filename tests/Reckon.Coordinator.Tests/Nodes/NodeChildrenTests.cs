using Reckon.Coordinator.Nodes;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class NodeChildrenTests
{
    [Fact]
    public void Finds_what_was_drawn_and_nothing_else()
    {
        var state = new NodeState();
        NodeChildren.Append(state, Extent.Step, Reply(StepChild(0), StepChild(1)));

        Assert.Equal([StepChild(1)], NodeChildren.Find(state, Extent.Step, first: 1, count: 1)!.Value);
        Assert.Null(NodeChildren.Find(state, Extent.Step, first: 1, count: 2));
        Assert.Null(NodeChildren.Find(state, Extent.Answer, first: 0, count: 1));
    }

    [Fact]
    public void The_first_step_of_an_answer_serves_as_the_step_with_the_same_index()
    {
        var state = new NodeState();
        NodeChildren.Append(state, Extent.Answer, Reply(Answer(0, Ending.Finished, "s0", "t0"), Answer(1, Ending.Finished, "s1")));

        var steps = NodeChildren.Find(state, Extent.Step, first: 0, count: 2)!.Value;

        Assert.Equal([Answer(0, Ending.Open, "s0"), Answer(1, Ending.Finished, "s1")], steps);
    }

    [Fact]
    public void A_truncated_answer_was_not_judged_and_lends_no_step()
    {
        var state = new NodeState();
        NodeChildren.Append(state, Extent.Answer, Reply(Answer(0, Ending.Truncated, "s0", "t0")));

        Assert.Null(NodeChildren.Find(state, Extent.Step, first: 0, count: 1));
    }

    private static ExpandReply Reply(params Child[] children) => new([.. children], 5, 6);

    private static Child StepChild(int index) => Answer(index, Ending.Open, $"step {index}");

    private static Child Answer(int index, Ending ending, params string[] steps) => new(
        index, [.. steps.Select(text => new Step(text, [index, text.Length], -1))], [.. steps.Select(text => 1.0 / text.Length)], ending);
}
