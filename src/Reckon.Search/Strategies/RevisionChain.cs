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
    private readonly Dictionary<Place, List<TriedStep>> _tried = [];
    private double _value;
    private int _answers;

    /// <summary>The chain's number.</summary>
    public int Number => number;

    /// <summary>The answer that it keeps; null before the first.</summary>
    public Node? Kept { get; private set; }

    /// <summary>Adds an answer that the chain drew. One that is not worse than the kept one takes its place.</summary>
    public void Add(SearchTree tree, Node answer)
    {
        _answers++;
        for (var step = 0; step < answer.Proposal.Steps.Length; step++)
        {
            Try(step == 0 ? answer.From : new Place(answer.Id, step), TriedStep.Of(answer, step));
        }

        var value = rules.Ranking.Of(tree.ScoresTo(answer.Id));
        if (Kept is null || !Kept.IsSolution || (answer.IsSolution && value >= _value))
        {
            (Kept, _value) = (answer, value);
        }
    }

    /// <summary>The next answer; null for a fresh one.</summary>
    public Expansion? Next(SearchTree tree) => rules.Place == PlaceRule.Fall ? AtSteepestFall(tree) : AtLargestGain(tree);

    private void Try(Place place, TriedStep step)
    {
        if (!_tried.TryGetValue(place, out var tried))
        {
            _places.Add(place);
            _tried[place] = tried = [];
        }

        tried.Add(step);
    }

    // From the beginning, a draw that may repeat what was tried is a fresh answer.
    private Expansion? AtSteepestFall(SearchTree tree)
    {
        var (depth, place) = SteepestFall(tree);
        return !IsRepeated(Different(place), rules.Chance.Child(number).Child(_answers).Uniform(depth)) ? DistinctAt(place)
            : place.Node == SearchTree.Root ? null
            : new Expansion(place.Node, 1, Extent.Answer) { Steps = place.Steps };
    }

    private (int Depth, Place Place) SteepestFall(SearchTree tree)
    {
        var scores = tree.ScoresTo(Kept!.Id);
        var steepest = Enumerable.Range(0, scores.Length)
            .Select(depth => (
                Depth: depth,
                Place: tree.PlaceAt(Kept.Id, depth),
                Change: scores[depth] - (depth == 0 ? rules.Prior : scores[depth - 1])))
            .MinBy(step => step.Change + (rules.Penalty * (Different(step.Place).Count - 1))); // MinBy keeps the first of equals.
        return (steepest.Depth, steepest.Place);
    }

    // The steps that were tried at a place, each once.
    private List<TriedStep> Different(Place place) => [.. _tried[place].DistinctBy(step => step.Text)];

    // As if so many steps were sampled and each of them had been tried before.
    private bool IsRepeated(List<TriedStep> tried, double uniform) => rules.Retries > 0
        && uniform < Math.Pow(Math.Min(1, tried.Sum(step => step.Probability)), 1 + Math.Min(rules.Retries, tried.Count));

    private Expansion DistinctAt(Place place) => new(place.Node, 1, Extent.Answer)
    {
        Steps = place.Node == SearchTree.Root ? null : place.Steps,
        Draw = Draw.DistinctSteps,
        Against = place.Node == SearchTree.Root ? number : 0,
    };

    private Expansion? AtLargestGain(SearchTree tree)
    {
        var best = _places.Select(place => (Place: place, Gain: GainAt(tree, place))).MaxBy(one => one.Gain);
        return best.Gain < rules.LeastGain ? null : DistinctAt(best.Place);
    }

    private double GainAt(SearchTree tree, Place place)
    {
        var tried = _tried[place];
        var value = place.Node == SearchTree.Root ? rules.Prior : rules.Ranking.Of(tree.ScoresTo(place));
        return (value - tried.Max(step => step.Score)) / tried.Count;
    }
}
