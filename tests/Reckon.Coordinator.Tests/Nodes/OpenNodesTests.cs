using Microsoft.Extensions.Time.Testing;
using Reckon.Contracts.Nodes;
using Reckon.Coordinator.Nodes;
using Reckon.Search;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class OpenNodesTests
{
    private static readonly GrainId _id = GrainId.Create("node", "p/0");
    private readonly StoreThatFails _store = new();
    private readonly FixedModels _models = new();
    private readonly FakeTimeProvider _time = new();
    private readonly OpenNodes _nodes;

    public OpenNodesTests() => _nodes = new OpenNodes(id => new SavedNode(_store, id, _ => _models, _ => _models), _time);

    [Fact]
    public async Task A_node_that_has_answered_leaves_the_memory_and_answers_again_from_the_store()
    {
        var first = await AskAsync(4, isNew: true);
        Assert.Equal(0, _nodes.Count);

        var again = await AskAsync(4, isNew: false);

        Assert.Equal(4, _models.Drawn);
        Assert.Equal(first.Reply.Branches.Select(branch => branch.Proposal), again.Reply.Branches.Select(branch => branch.Proposal));
    }

    [Fact]
    public async Task A_node_that_another_has_asked_meanwhile_is_not_drawn_again_though_it_is_said_to_be_new()
    {
        await AskAsync(4, isNew: true);

        await AskAsync(4, isNew: true);

        Assert.Equal(4, _models.Drawn);
    }

    [Fact]
    public async Task A_node_that_could_not_be_saved_stays_until_it_is()
    {
        _store.Failures = 1;
        await Assert.ThrowsAsync<OrleansException>(() => AskAsync(4, isNew: true));
        Assert.Equal(1, _nodes.Count);

        await AskAsync(4, isNew: false);

        Assert.Equal((4, 0), (_models.Drawn, _nodes.Count));
    }

    [Fact]
    public async Task A_node_that_could_not_be_saved_and_that_nobody_asks_any_more_is_forgotten()
    {
        _store.Failures = 1;
        await Assert.ThrowsAsync<OrleansException>(() => AskAsync(4, isNew: true));

        _time.Advance(TimeSpan.FromMinutes(6));
        await _nodes.ExpandAsync(GrainId.Create("node", "other"), Request(1, isNew: true), TestContext.Current.CancellationToken);

        Assert.Equal(0, _nodes.Count);
    }

    [Fact]
    public async Task Those_who_ask_a_node_at_the_same_time_have_it_drawn_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AskAsync(4, isNew: false))));

        Assert.Equal((4, 0), (_models.Drawn, _nodes.Count));
    }

    private Task<NodeExpanded> AskAsync(int count, bool isNew) =>
        _nodes.ExpandAsync(_id, Request(count, isNew), TestContext.Current.CancellationToken);

    private static ExpandNode Request(int count, bool isNew) =>
        new(SomeNode.Request(Extent.Step, first: 0, count), "p", new Judging("v", 1), isNew);
}
