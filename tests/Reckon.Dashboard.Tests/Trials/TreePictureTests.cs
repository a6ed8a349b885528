using System.Collections.Immutable;
using Reckon.Dashboard.Trials;
using Reckon.Evaluation.Trees;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;

namespace Reckon.Dashboard.Tests.Trials;

public sealed class TreePictureTests
{
    // A root with the children 0 and 1; 0 was kept and has the children 0.0, which was chosen, and 0.1.
    private static readonly ProblemTrees _trees = new(
        new Problem("p", "1+1?", "2", "", 0), 1, [],
        [Step(-1, 0, 0.9), Step(-1, 1, 0.1), Step(0, 0, 0.8, Ending.Finished), Step(0, 1, null, Ending.Finished)],
        [new TreeAnswer("2", true, Grading.Grades.GradeStatus.Graded)],
        [
            new TrialTree(
                "beam n=2", 0, SearchEnd.Completed, 2, Cost.Zero,
                [new TreeNode(0, 1, 1, 2), new TreeNode(1, 1, 1, 0), new TreeNode(2, 1, 2, 2), new TreeNode(3, 1, 2, 0)],
                [new TreeCandidate(2, 0, -1, 0, 0.8), new TreeCandidate(3, 0, -1, 0, 0)], [0]),
        ]);

    private static readonly ImmutableArray<TrialLine> _lines = TrialLines.Of(_trees, _trees.Trials[0], candidate: 0);

    [Fact]
    public void Children_stand_below_their_parents() => Assert.Equal(["0", "0.0", "0.1", "1"], _lines.Select(line => line.Path));

    [Fact]
    public void The_chosen_path_and_what_was_kept_are_marked() => Assert.Equal(
        ["0 kept chosen", "0.0 kept chosen", "0.1", "1"],
        _lines.Select(line => $"{line.Path}{(line.IsKept ? " kept" : "")}{(line.IsOnPath ? " chosen" : "")}"));

    [Fact]
    public void A_parent_stands_left_of_its_children_and_between_them()
    {
        var steps = TreePicture.Of(_lines)!.Steps.ToDictionary(step => step.Line.Path);
        Assert.True(steps["0"].X < steps["0.0"].X);
        Assert.Equal((steps["0.0"].Y + steps["0.1"].Y) / 2, steps["0"].Y);
        Assert.Equal((steps["0"].X, steps["0"].Y), (steps["0.1"].ParentX, steps["0.1"].ParentY));
    }

    [Fact]
    public void Everything_is_inside_the_picture()
    {
        var picture = TreePicture.Of(_lines)!;
        Assert.All(picture.Steps, step =>
        {
            Assert.InRange(step.X, 0, picture.Width);
            Assert.InRange(step.Y, 0, picture.Height);
        });
        Assert.InRange(picture.RootY, 0, picture.Height);
    }

    [Fact]
    public void Too_many_steps_are_not_drawn() =>
        Assert.Null(TreePicture.Of([.. Enumerable.Repeat(_lines[0], TreePicture.MostSteps + 1)]));

    private static TreeStep Step(int parent, int child, double? score, Ending ending = Ending.Open) =>
        new(0, parent, child, "x", 1, -1, ending, score, 1);
}
