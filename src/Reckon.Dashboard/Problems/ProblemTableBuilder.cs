using System.Collections.Immutable;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Text;

namespace Reckon.Dashboard.Problems;

/// <summary>Puts the problems of a sweep together from its outcomes, which come in the order of problems. For one thread.</summary>
public sealed class ProblemTableBuilder
{
    private readonly List<ProblemRow> _rows = [];
    private readonly List<string> _runs = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _subjects = new(StringComparer.Ordinal);
    private ImmutableArray<TrialVerdict>.Builder _trials = ImmutableArray.CreateBuilder<TrialVerdict>();
    private ImmutableArray<string> _rules = [];
    private OutcomeHead? _last;

    /// <summary>Adds an outcome.</summary>
    public void Add(OutcomeHead outcome)
    {
        if (_last is not null && _last.ProblemId != outcome.ProblemId)
        {
            Close();
        }

        _last = outcome;
        _rules = _rules.IsEmpty ? [.. outcome.Selections.Select(selection => SelectorName.Of(selection.Selector))] : _rules;
        if (_places.TryAdd(outcome.Run, _runs.Count))
        {
            _runs.Add(outcome.Run);
        }

        _trials.Add(TrialVerdict.Of(outcome, _places[outcome.Run]));
    }

    /// <summary>All that was added.</summary>
    public ProblemTable Build()
    {
        Close();
        _last = null;
        return new ProblemTable([.. _runs], [.. _rules.Take(TrialVerdict.MostRules)], [.. _rows]);
    }

    private void Close()
    {
        if (_last is not null)
        {
            _subjects.TryAdd(_last.Subject, _last.Subject); // One string for all problems of a subject.
            _rows.Add(new ProblemRow(_last.ProblemId, _subjects[_last.Subject], _last.Level, _trials.DrainToImmutable()));
            _trials = ImmutableArray.CreateBuilder<TrialVerdict>();
        }
    }
}
