using Reckon.Coordinator.Nodes;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class NewNodesTests
{
    private readonly NewNodes _nodes = new();

    [Fact]
    public void What_continues_a_child_that_was_drawn_just_now_is_new_until_it_is_asked()
    {
        _nodes.Note("root", firstDrawn: 4);

        Assert.True(_nodes.Take("root.4", "root", child: 4));
        Assert.True(_nodes.Take("root.9", "root", child: 9));
        Assert.False(_nodes.Take("root.4", "root", child: 4));
    }

    [Fact]
    public void What_continues_a_child_that_was_there_before_may_be_in_the_store()
    {
        _nodes.Note("root", firstDrawn: 4);
        _nodes.Note("other", firstDrawn: null); // Answered from memory.

        Assert.False(_nodes.Take("root.3", "root", child: 3));
        Assert.False(_nodes.Take("other.0", "other", child: 0));
        Assert.False(_nodes.Take("stranger.0", "stranger", child: 0));
        Assert.False(_nodes.Take("root", null, child: 0));
    }

    [Fact]
    public void What_was_asked_before_its_parent_was_drawn_again_is_not_new()
    {
        _nodes.Take("root.2", "root", child: 2);
        _nodes.Note("root", firstDrawn: 0);

        Assert.False(_nodes.Take("root.2", "root", child: 2));
    }

    [Fact]
    public void A_later_answer_makes_nothing_old()
    {
        _nodes.Note("root", firstDrawn: 0);
        _nodes.Note("root", firstDrawn: 16);
        _nodes.Note("root", firstDrawn: null);

        Assert.True(_nodes.Take("root.2", "root", child: 2));
    }
}
