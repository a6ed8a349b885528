using Reckon.Search.Drawing;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>One chain of located revisions: the answer that it keeps, and what it has tried where.</summary>
/// <param name="number">The chain's number, from 0: the sampled child of the root that it begins with.</param>
/// <param name="rules">How places are chosen.</param>
internal sealed class RevisionChain(int number, RevisionRules rules)
{
    private readonly List<Place> _places = []; // In the order in which they were first tried.
    private readonly Dictionary<Place, (int Count, double Best)> _tried = [];
    private double _value;

    /// <summary>The chain's number.</summary>
    public int Number => number;

    /// <summary>The answer that it keeps; null before the first.</summary>
    public Node? Kept { get; private set; }

    /// <summary>Adds an answer that the chain drew. One that is not worse than the kept one takes its place.</summary>
    public void Add(SearchTree tree, Node answer)
    {
        for (var step = 0; step < answer.Proposal.Steps.Length; step++)
        {
            Try(step == 0 ? answer.From : new Place(answer.Id, step), answer.Verdict?.Scores[step] ?? 0);
        }

        var value = rules.Ranking.Of(tree.ScoresTo(answer.Id));
        if (Kept is null || !Kept.IsSolution || (answer.IsSolution && value >= _value))
        {
            (Kept, _value) = (answer, value);
        }
    }

    /// <summary>Where the next answer begins; null for a fresh one.</summary>
    public Place? Next(SearchTree tree) => rules.Place == PlaceRule.Fall ? SteepestFall(tree) : LargestGain(tree);

    /// <summary>The next answer.</summary>
    public Expansion ExpansionAt(Place place) => new(place.Node, 1, Extent.Answer)
    {
        Steps = place.Node == SearchTree.Root ? null : place.Steps,
        Draw = Draw.DistinctSteps,
        Against = place.Node == SearchTree.Root ? number : 0,
    };

    private void Try(Place place, double score)
    {
        if (!_tried.TryGetValue(place, out var tried))
        {
            _places.Add(place);
        }

        _tried[place] = (tried.Count + 1, Math.Max(tried.Best, score));
    }

    private Place SteepestFall(SearchTree tree)
    {
        var scores = tree.ScoresTo(Kept!.Id);
        return Enumerable.Range(0, scores.Length)
            .Select(step => (
                Place: tree.PlaceAt(Kept.Id, step),
                Change: scores[step] - (step == 0 ? rules.Prior : scores[step - 1])))
            .MinBy(step => step.Change + (rules.Penalty * Math.Max(0, _tried[step.Place].Count - 1))) // MinBy keeps the first of equals.
            .Place;
    }

    private Place? LargestGain(SearchTree tree)
    {
        var best = _places.Select(place => (Place: place, Gain: GainAt(tree, place))).MaxBy(one => one.Gain);
        return best.Gain < rules.LeastGain ? null : best.Place;
    }

    private double GainAt(SearchTree tree, Place place)
    {
        var (count, best) = _tried[place];
        var value = place.Node == SearchTree.Root ? rules.Prior : rules.Ranking.Of(tree.ScoresTo(place));
        return (value - best) / count;
    }
}
