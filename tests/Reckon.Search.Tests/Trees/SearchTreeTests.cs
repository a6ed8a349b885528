using System.Collections.Immutable;
using CsCheck;
using Reckon.Search.Judging;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Trees;

public sealed class SearchTreeTests
{
    // For each round: how each of the nodes so far is continued (none, steps, answers), and how long its answers get.
    private static readonly Gen<(int Count, bool IsAnswer, int Steps)[][]> _rounds =
        Gen.Select(Gen.Int[0, 3], Gen.Bool, Gen.Int[1, 5]).Array[1, 6].Array[1, 5];

    [Fact]
    public void Starts_empty()
    {
        Assert.True(SearchTree.Empty.IsEmpty);
        Assert.Equal((0, 0), (SearchTree.Empty.Rounds, SearchTree.Empty.Generations));
    }

    [Fact]
    public void Numbers_nodes_in_the_order_of_the_plan()
    {
        var tree = Steps(SearchTree.Empty, SearchTree.Root, 2);

        tree = tree.Add(
            [new Expansion(2, 1, Extent.Step), new Expansion(1, 2, Extent.Step)],
            [[Some.Child(0)], [Some.Child(0), Some.Child(1)]]);

        Assert.Equal([0, 0, 2, 1, 1], tree.Nodes.Select(node => node.Parent));
        Assert.Equal([1, 2, 3, 4, 5], tree.Nodes.Select(node => node.Id));
        Assert.Equal([1, 1, 2, 2, 2], tree.Nodes.Select(node => node.Round));
    }

    [Fact]
    public void Adding_a_round_leaves_the_old_tree_as_it_was()
    {
        var before = Steps(SearchTree.Empty, SearchTree.Root, 2);

        Steps(before, 1, 2);

        Assert.Equal((1, 2), (before.Rounds, before.Nodes.Length));
    }

    [Fact]
    public void Later_children_of_a_node_follow_those_it_has()
    {
        var tree = Steps(Steps(SearchTree.Empty, SearchTree.Root, 2), SearchTree.Root, 2);

        Assert.Equal([0, 1, 2, 3], tree.Nodes.Select(node => node.Path[0]));
        Assert.Equal(4, tree.ChildCount(SearchTree.Root));
    }

    [Fact]
    public void Steps_of_a_whole_answer_after_its_first_count_as_children_0()
    {
        var tree = Steps(SearchTree.Empty, SearchTree.Root, 2).Add([new Expansion(2, 1, Extent.Answer)], [[Some.Answer(0, steps: 3)]]);

        Assert.Equal([1, 0, 0, 0], tree.PathOf(3));
        Assert.Equal(4, tree.DepthOf(3));
        Assert.Equal(["step 1", "step 0.0", "step 0.1", "step 0.2"], tree.StepsTo(3).Select(step => step.Text));
        Assert.Equal([0.5, 0.5, 0.5, 0.5], tree.ScoresTo(3));
    }

    [Fact]
    public void The_root_has_no_steps()
    {
        var tree = SearchTree.Empty;

        Assert.Equal((0, 0, 0), (tree.DepthOf(SearchTree.Root), tree.PathOf(SearchTree.Root).Length, tree.StepsTo(SearchTree.Root).Length));
    }

    [Fact]
    public void Solutions_are_finished_nodes_alone()
    {
        var tree = SearchTree.Empty.Add(
            [new Expansion(SearchTree.Root, 3, Extent.Step)],
            [[Some.Child(0), Some.Child(1, ending: Ending.Finished), Some.Child(2, ending: Ending.Truncated)]]);

        Assert.Equal([2], tree.Solutions.Select(node => node.Id));
    }

    [Fact]
    public void Generations_are_the_most_steps_at_any_one_depth()
    {
        var tree = Steps(SearchTree.Empty, SearchTree.Root, 3);
        Assert.Equal(3, tree.Generations);

        tree = Steps(tree, 1, 2);
        Assert.Equal(3, tree.Generations);

        tree = Steps(tree, 2, 2);
        Assert.Equal(4, tree.Generations);
    }

    [Fact]
    public void Generations_count_the_inner_steps_of_whole_answers()
    {
        var tree = Steps(SearchTree.Empty, SearchTree.Root, 2);
        tree = Steps(tree, 1, 2);

        tree = tree.Add([new Expansion(SearchTree.Root, 1, Extent.Answer)], [[Some.Answer(2, steps: 4)]]);

        // Depth 1: two steps and the answer's first. Depth 2: two steps and its second. Depths 3 and 4: its own.
        Assert.Equal(3, tree.Generations);
        Assert.Equal(4, Steps(tree, 2, 1).Generations);
    }

    [Fact]
    public void Generations_of_whole_answers_are_their_number() => Assert.Equal(
        3,
        SearchTree.Empty.Add(
            [new Expansion(SearchTree.Root, 3, Extent.Answer)],
            [[Some.Answer(0, 5), Some.Answer(1, 1), Some.Answer(2, 9)]]).Generations);

    [Fact]
    public void A_round_without_expansions_is_refused() => Assert.Throws<ArgumentException>(() => SearchTree.Empty.Add([], []));

    [Fact]
    public void A_round_answered_in_part_is_refused() => Assert.Throws<ArgumentException>(
        () => SearchTree.Empty.Add([new Expansion(SearchTree.Root, 1, Extent.Step)], []));

    [Fact]
    public void More_or_fewer_children_than_were_asked_for_are_refused()
    {
        Refuses(2, Some.Child(0));
        Refuses(1, Some.Child(0), Some.Child(1));
    }

    [Fact]
    public void A_child_without_steps_is_refused() => Refuses(1, Some.Judged([], 0, Ending.Finished));

    [Fact]
    public void A_child_with_a_step_that_has_no_score_is_refused() => Refuses(1, Some.Child(0) with { Verdict = new Verdict([], []) });

    [Fact]
    public void An_expansion_that_draws_nothing_is_refused() => Refuses(0);

    [Fact]
    public void Two_expansions_of_one_node_in_a_round_are_refused() => Assert.Throws<ArgumentException>(() => SearchTree.Empty.Add(
        [new Expansion(SearchTree.Root, 1, Extent.Step), new Expansion(SearchTree.Root, 1, Extent.Step)],
        [[Some.Child(0)], [Some.Child(0)]]));

    [Fact]
    public void Nodes_compare_by_value()
    {
        Assert.Equal(Steps(SearchTree.Empty, 0, 2)[2], Steps(SearchTree.Empty, 0, 2)[2]);
        Assert.NotEqual(Steps(SearchTree.Empty, 0, 2)[1], Steps(SearchTree.Empty, 0, 2)[2]);
    }

    [Fact]
    public void Generations_after_a_round_bound_whatever_the_round_draws() => _rounds.Sample(rounds =>
    {
        var tree = SearchTree.Empty;
        foreach (var round in rounds)
        {
            var choices = round.Select((choice, i) => (Node: i % (tree.Nodes.Length + 1), choice.Count, choice.IsAnswer, choice.Steps))
                .Where(choice => choice.Count > 0)
                .DistinctBy(choice => choice.Node)
                .ToArray();
            if (choices.Length == 0)
            {
                continue;
            }

            Expansion[] plan = [.. choices.Select(choice =>
                new Expansion(choice.Node, choice.Count, choice.IsAnswer ? Extent.Answer : Extent.Step))];
            var bound = tree.GenerationsAfter(plan);
            var current = tree;
            tree = tree.Add(plan,
                [.. choices.Select(choice => Children(current, choice.Node, choice.Count, choice.IsAnswer ? choice.Steps : 1))]);

            Assert.InRange(tree.Generations, current.Generations, bound);
            Assert.Equal(StepsAtAnyDepth(tree), tree.Generations);
        }
    });

    [Fact]
    public void Generations_after_a_round_of_steps_are_exact() =>
        Assert.Equal(4, Steps(SearchTree.Empty, 0, 3)
            .GenerationsAfter([new Expansion(1, 2, Extent.Step), new Expansion(3, 2, Extent.Step)]));

    private static int StepsAtAnyDepth(SearchTree tree) => tree.Nodes
        .SelectMany(node => Enumerable.Range(tree.DepthOf(node.Parent), node.Proposal.Steps.Length))
        .CountBy(depth => depth)
        .Max(count => count.Value);

    private static ImmutableArray<Branch> Children(SearchTree tree, int node, int count, int steps) =>
        [.. Enumerable.Range(tree.ChildCount(node), count).Select(index => Some.Answer(index, steps, ending: Ending.Open))];

    private static SearchTree Steps(SearchTree tree, int node, int count)
    {
        var children = Enumerable.Range(tree.ChildCount(node), count).Select(index => Some.Child(index));
        return tree.Add([new Expansion(node, count, Extent.Step)], [[.. children]]);
    }

    private static void Refuses(int count, params ImmutableArray<Branch> children) => Assert.Throws<ArgumentException>(
        () => SearchTree.Empty.Add([new Expansion(SearchTree.Root, count, Extent.Step)], [children]));
}
