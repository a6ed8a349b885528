using Reckon.Coordinator.Nodes;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class NodeDrawsTests
{
    private readonly NodeState _state = new();

    [Fact]
    public void Finds_what_was_drawn_and_nothing_else()
    {
        Draw(SomeNode.Request(Extent.Step, 0, 2), StepChild(0), StepChild(1));

        Assert.Equal([StepChild(1)], NodeDraws.Find(_state, SomeNode.Request(Extent.Step, first: 1, count: 1))!.Value);
        Assert.Null(NodeDraws.Find(_state, SomeNode.Request(Extent.Step, first: 1, count: 2)));
        Assert.Null(NodeDraws.Find(_state, SomeNode.Request(Extent.Answer, first: 0, count: 1)));
    }

    [Fact]
    public void What_is_missing_follows_what_is_there()
    {
        Draw(SomeNode.Request(Extent.Step, 0, 2), StepChild(0), StepChild(1));

        Assert.Equal([(2, 3)], Missing(SomeNode.Request(Extent.Step, first: 1, count: 4)));
    }

    [Fact]
    public void What_lies_between_those_that_are_there_is_drawn_and_no_more()
    {
        Draw(SomeNode.Request(Extent.Answer, first: 9, count: 1), SomeNode.Answer(Ending.Finished, "s9"));
        Draw(SomeNode.Request(Extent.Step, first: 4, count: 2), StepChild(4), StepChild(5));

        Assert.Equal([(2, 2), (6, 3), (10, 1)], Missing(SomeNode.Request(Extent.Step, first: 2, count: 9)));
        Assert.Equal(10, NodeDraws.Known(_state));
    }

    [Fact]
    public void Children_that_were_not_sampled_are_found_by_their_index_and_do_not_count()
    {
        var greedy = SomeNode.Request(Extent.Step, ChildIndex.Greedy, 1);
        Draw(greedy, StepChild(7));

        Assert.Equal([StepChild(7)], NodeDraws.Find(_state, greedy)!.Value);
        Assert.Empty(Missing(greedy));
        Assert.Equal(0, NodeDraws.Known(_state));
    }

    [Fact]
    public void Children_that_differ_from_each_other_are_drawn_together_or_not_at_all()
    {
        var first = ChildIndex.Distinct(Search.Drawing.Draw.DistinctAnswers, 0, 1);
        var distinct = SomeNode.Request(Extent.Answer, first, 2) with { Taken = [StepChild(0)] };
        Draw(distinct with { Count = 1 }, SomeNode.Answer(Ending.Finished, "a"));

        Assert.Equal([(first, 2)], Missing(distinct));

        Draw(distinct, SomeNode.Answer(Ending.Finished, "a"), SomeNode.Answer(Ending.Finished, "b"));
        Assert.Empty(Missing(distinct));
    }

    [Fact]
    public void The_first_step_of_an_answer_serves_as_the_step_with_the_same_index()
    {
        Draw(SomeNode.Request(Extent.Answer, 0, 2), SomeNode.Answer(Ending.Finished, "s0", "t0"), SomeNode.Answer(Ending.Finished, "s1"));

        var steps = NodeDraws.Find(_state, SomeNode.Request(Extent.Step, first: 0, count: 2))!.Value;

        Assert.Equal([SomeNode.Answer(Ending.Open, "s0"), SomeNode.Answer(Ending.Finished, "s1")], steps);
    }

    [Fact]
    public void A_truncated_answer_lends_its_first_step_too()
    {
        Draw(SomeNode.Request(Extent.Answer, 0, 2), SomeNode.Answer(Ending.Truncated, "s0", "t0"), SomeNode.Answer(Ending.Truncated, "s1"));

        var steps = NodeDraws.Find(_state, SomeNode.Request(Extent.Step, first: 0, count: 2))!.Value;

        Assert.Equal([SomeNode.Answer(Ending.Open, "s0"), SomeNode.Answer(Ending.Truncated, "s1")], steps);
    }

    private IEnumerable<(int First, int Count)> Missing(ExpandRequest request) =>
        NodeDraws.Missing(_state, request).Select(run => (run.FirstChild, run.Count));

    private void Draw(ExpandRequest request, params Proposal[] proposals) => NodeDraws.Add(_state, request, Reply(proposals));

    private static ProposeReply Reply(params Proposal[] proposals) => new([.. proposals], 5);

    private static Proposal StepChild(int index) => SomeNode.Answer(Ending.Open, $"step {index}");
}
