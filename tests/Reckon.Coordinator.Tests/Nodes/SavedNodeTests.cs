using Reckon.Contracts.Nodes;
using Reckon.Coordinator.Nodes;
using Reckon.Search;

namespace Reckon.Coordinator.Tests.Nodes;

public sealed class SavedNodeTests
{
    private static readonly GrainId _id = GrainId.Create("node", "p/0");
    private static readonly Judging _judging = new("v", 1);
    private readonly StoreThatFails _store = new();
    private readonly FixedModels _models = new();
    private readonly SavedNode _node;

    public SavedNodeTests() => _node = new SavedNode(_store, _id, _ => _models, _ => _models);

    [Fact]
    public async Task What_could_not_be_saved_is_saved_before_it_is_told()
    {
        _store.Failures = 1;
        await Assert.ThrowsAsync<OrleansException>(() => AskAsync(4, _judging));

        var told = await AskAsync(4, _judging);

        Assert.Equal(4, _models.Drawn); // The second time from memory.
        Assert.Equal(told.Reply.Branches.Select(branch => branch.Proposal), _store.Find(_id)!.Children.OrderBy(child => child.Key).Select(child => child.Value));
        Assert.Equal([0, 1, 2, 3], _store.Find(_id)!.Verdicts[_judging.Key].Steps.Keys.Order());
    }

    [Fact]
    public async Task What_was_drawn_is_saved_even_if_its_verdicts_come_later_or_never()
    {
        _models.VerifierFailures = 1;
        await Assert.ThrowsAsync<OrleansException>(() => AskAsync(4, _judging));

        await AskAsync(2, judging: null);

        Assert.Equal(4, _store.Find(_id)!.Children.Count);
        Assert.Empty(_store.Find(_id)!.Verdicts.Values.SelectMany(verdicts => verdicts.Steps));
    }

    [Theory, InlineData(true, 0), InlineData(false, 1)]
    public async Task What_was_judged_where_it_was_drawn_is_not_sent_to_a_verifier_again(bool hasRoom, int sent)
    {
        var verifier = new FixedModels();
        var node = new SavedNode(_store, _id, _ => new JudgingDrawer(_models) { HasRoom = hasRoom }, _ => verifier);

        var told = await node.ExpandAsync(
            new ExpandNode(SomeNode.Request(Extent.Step, first: 0, count: 4), "p", _judging, IsNew: true), TestContext.Current.CancellationToken);

        Assert.Equal((4, sent), (_models.Drawn, verifier.Judged));
        Assert.Equal((await AskAsync(4, _judging)).Reply, told.Reply, (one, other) => one!.Branches.SequenceEqual(other!.Branches) && one.Prompt == other.Prompt);
        Assert.Equal(4, _store.Find(_id)!.Verdicts[_judging.Key].Steps.Count);
    }

    [Fact]
    public async Task What_is_saved_is_not_saved_again()
    {
        await AskAsync(4, _judging);
        await AskAsync(4, _judging);
        await AskAsync(2, judging: null);

        Assert.Equal(1, _store.Writes);
    }

    [Fact]
    public async Task What_is_known_is_saved_once_more_when_the_store_was_found_emptied()
    {
        await AskAsync(4, _judging);
        _store.Empty();

        await AskAsync(2, _judging, epoch: 1);
        await AskAsync(4, _judging, epoch: 1);

        Assert.Equal((4, 2), (_store.Find(_id)!.Children.Count, _store.Writes));
    }

    private Task<NodeExpanded> AskAsync(int count, Judging? judging, int epoch = 0) => _node.ExpandAsync(
        new ExpandNode(SomeNode.Request(Extent.Step, first: 0, count), "p", judging, IsNew: true) { Epoch = epoch },
        TestContext.Current.CancellationToken);
}
