namespace Reckon.Coordinator.Tests.Nodes;

public sealed class NewNodesTests
{
    private readonly NewNodes _nodes = new();

    [Fact]
    public void What_continues_a_child_that_was_drawn_just_now_is_new()
    {
        _nodes.Note("root", firstDrawn: 4);

        Assert.True(_nodes.Hold("root", child: 4));
        Assert.True(_nodes.Hold("root", child: 9));
    }

    [Fact]
    public void What_continues_a_child_that_was_there_before_may_be_in_the_store()
    {
        _nodes.Note("root", firstDrawn: 4);
        _nodes.Note("other", int.MaxValue); // Answered from memory.

        Assert.False(_nodes.Hold("root", child: 3));
        Assert.False(_nodes.Hold("other", child: 0));
        Assert.False(_nodes.Hold("nobody asked for this one", child: 0));
    }

    [Fact]
    public void A_later_answer_from_memory_makes_nothing_old()
    {
        _nodes.Note("root", firstDrawn: 0);
        _nodes.Note("root", firstDrawn: 16);
        _nodes.Note("root", int.MaxValue);

        Assert.True(_nodes.Hold("root", child: 2));
    }
}
