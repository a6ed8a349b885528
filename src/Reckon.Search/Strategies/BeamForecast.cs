using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>
/// What a beam is certain to keep while a part of its rounds is still being drawn. A prefix is certain where it keeps its place even if all
/// that may rank before it does.
/// </summary>
/// <param name="tree">The tree so far, as in <see cref="IAsynchronousStrategy.PlanAhead"/>.</param>
/// <param name="places">Prefixes that the beam holds.</param>
/// <param name="width">Children of each, at least 1.</param>
/// <param name="ranking">What prefixes are ranked by.</param>
internal sealed class BeamForecast(SearchTree tree, int places, int width, Aggregation ranking)
{
    /// <summary>Prefixes that the beam holds for certain after the last round of the tree, in its order.</summary>
    /// <param name="wholeRounds">Rounds that lack nothing.</param>
    public List<Node> Kept(int wholeRounds)
    {
        var kept = BeamCut.Kept(Enumerable.Range(1, wholeRounds).Select(tree.NodesOfRound), places, Score);
        var undecided = 0; // Places that may go to others.
        foreach (var round in Enumerable.Range(wholeRounds + 1, tree.Rounds - wholeRounds))
        {
            (kept, undecided) = Cut(kept, undecided, [.. tree.NodesOfRound(round)]);
        }

        return kept;
    }

    // The next cut: what it keeps for certain, and how many places may go to others at most.
    private (List<Node> Kept, int Undecided) Cut(List<Node> before, int undecided, List<Node> come)
    {
        List<Node> finished = [.. before.Where(node => node.IsSolution)];
        List<Waiting> waiting = [.. before.Index()
            .Where(one => one.Item.IsOpen && tree.ChildCount(one.Item.Id) == 0)
            .Select(one => new Waiting(one.Index, ChildScore(one.Item)))];
        List<Node> ranked = [.. come.Best(Score, come.Count)];
        var room = places - finished.Count;

        // An undecided place that is finished takes one place and has no children: to have all of them is the worst case.
        List<Node> certain = [.. ranked.TakeWhile((node, rank) =>
            rank + (width * (undecided + Preceding(waiting, node, before))) < room)];
        var others = ranked.Count - certain.Count + (width * (undecided + waiting.Count));
        return ([.. finished, .. certain], Math.Min(room - certain.Count, others));
    }

    // Of equal scores the child of the prefix that is planned first comes first.
    private int Preceding(List<Waiting> waiting, Node node, List<Node> before)
    {
        var (score, place) = (Score(node), before.FindIndex(parent => parent.Id == node.Parent));
        return waiting.Count(parent => parent.ChildScore > score || (parent.ChildScore == score && parent.Place < place));
    }

    private double Score(Node node) => ranking.ScoreOf(tree, node);

    // The most that a child can be ranked by: no aggregation falls when a step's score rises, and none is above 1.
    private double ChildScore(Node parent) => ranking.Of([.. tree.ScoresTo(parent.Id), 1]);

    // An open prefix whose children have not come: its place in the plan, and the most that they can be ranked by.
    private readonly record struct Waiting(int Place, double ChildScore);
}
