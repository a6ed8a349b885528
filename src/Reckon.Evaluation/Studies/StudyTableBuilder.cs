using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Search.Costs;

namespace Reckon.Evaluation.Studies;

/// <summary>
/// Makes a <see cref="StudyTable"/> of outcomes, added one at a time in the dataset's order of problems. Keeps a few numbers of each.
/// </summary>
/// <param name="sizes">The models, which price the tokens.</param>
public sealed class StudyTableBuilder(ModelSizes sizes)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<StudyProblem> _problems = [];
    private readonly List<long> _seeds = [];
    private readonly Dictionary<string, List<(int Problem, int Seed, TrialOutcome Outcome)>> _runs = [];
    private readonly List<string> _order = [];

    /// <summary>Adds a trial's outcome.</summary>
    public void Add(TrialOutcome outcome)
    {
        if (!_places.TryGetValue(outcome.ProblemId, out var problem))
        {
            problem = _places[outcome.ProblemId] = _problems.Count;
            _problems.Add(new StudyProblem(outcome.ProblemId, outcome.Subject, outcome.Level));
        }

        if (!_seeds.Contains(outcome.Seed))
        {
            _seeds.Add(outcome.Seed);
        }

        if (!_runs.TryGetValue(outcome.Run, out var trials))
        {
            trials = _runs[outcome.Run] = [];
            _order.Add(outcome.Run);
        }

        trials.Add((problem, _seeds.IndexOf(outcome.Seed), outcome));
    }

    /// <summary>The table of all that was added.</summary>
    /// <exception cref="InvalidOperationException">No problem has all trials.</exception>
    public StudyTable Build()
    {
        int[] complete = [.. Enumerable.Range(0, _problems.Count).Except(_runs.Values.SelectMany(Incomplete)).Order()];
        if (complete.Length == 0)
        {
            throw new InvalidOperationException("No problem has all trials of all runs.");
        }

        var placeOf = complete.Index().ToDictionary(place => place.Item, place => place.Index);
        return new StudyTable(
            [.. complete.Select(problem => _problems[problem])],
            [.. _seeds],
            [.. _order.SelectMany(run => RunsOf(_runs[run], placeOf))],
            _problems.Count - complete.Length);
    }

    private IEnumerable<int> Incomplete(List<(int Problem, int Seed, TrialOutcome Outcome)> trials)
    {
        var counts = new int[_problems.Count];
        trials.ForEach(trial => counts[trial.Problem]++);
        return Enumerable.Range(0, counts.Length).Where(problem => counts[problem] != _seeds.Count);
    }

    private IEnumerable<StudyRun> RunsOf(List<(int Problem, int Seed, TrialOutcome Outcome)> trials, Dictionary<int, int> placeOf)
    {
        var outcomes = new TrialOutcome[placeOf.Count * _seeds.Count];
        foreach (var (problem, seed, outcome) in trials)
        {
            if (placeOf.TryGetValue(problem, out var place))
            {
                outcomes[(place * _seeds.Count) + seed] = outcome;
            }
        }

        ImmutableArray<TrialCost> costs = [.. outcomes.Select(outcome => TrialCost.Of(outcome.Cost, sizes))];
        var any = outcomes[0];
        return any.Selections.Select((selection, place) => new StudyRun(
            Method.Of(any.Run, any.N, selection.Selector), any.N, _seeds.Count,
            [.. outcomes.Select(outcome => outcome.Selections[place].Credit)], costs,
            outcomes.Count(outcome => outcome.Selections[place].Answer is null)));
    }
}
