using System.Collections.Immutable;
using Reckon.Contracts.Problems;
using Reckon.Contracts.Sweeps;
using Reckon.Evaluation.Sweeps;
using Reckon.Evaluation.Text;

namespace Reckon.Coordinator.Sweeps;

/// <summary>Adds finished problems up by run: eight numbers for each, however many problems there are.</summary>
internal sealed class RunTallies
{
    private readonly ImmutableArray<int> _runOfTrial;
    private readonly int _selections;
    private readonly RunTally[] _tallies; // By run, then by way of choosing.

    /// <summary>Sums of no problem.</summary>
    public RunTallies(SweepSpec spec)
    {
        var runs = spec.Strategies.Select(strategy => strategy.Label).Distinct().ToList();
        _runOfTrial = [.. spec.Trials().Select(trial => runs.IndexOf(trial.Strategy.Label))];
        _selections = spec.Selectors.Length;
        _tallies = [.. runs.SelectMany(run => spec.Selectors.Select(selector => new RunTally(run, SelectorName.Of(selector), 0, 0, 0, 0, 0, 0)))];
    }

    /// <summary>The sums.</summary>
    public ImmutableArray<RunTally> All => [.. _tallies];

    /// <summary>Adds a problem that is done, with all of its finished trials.</summary>
    public void Add(ImmutableArray<FinishedTrial> finished)
    {
        foreach (var run in finished.GroupBy(trial => _runOfTrial[trial.Trial]))
        {
            long trials = run.Count();
            for (var rule = 0; rule < _selections; rule++)
            {
                long correct = run.Count(trial => trial.IsCorrect(rule));
                var place = (run.Key * _selections) + rule;
                var before = _tallies[place];
                _tallies[place] = before with
                {
                    Problems = before.Problems + 1,
                    Trials = before.Trials + trials,
                    Correct = before.Correct + correct,
                    CorrectSquares = before.CorrectSquares + (correct * correct),
                    CorrectTrials = before.CorrectTrials + (correct * trials),
                    TrialsSquares = before.TrialsSquares + (trials * trials),
                };
            }
        }
    }
}
