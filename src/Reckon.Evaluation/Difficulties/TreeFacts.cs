using System.Collections.Immutable;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Difficulties;

/// <summary>
/// Adds up, problem by problem, what only trees say: difficulty by samples, calibration, what chosen solutions look like. For one thread.
/// </summary>
/// <param name="poolRun">The label of the run whose nodes are whole answers; empty where there is none.</param>
/// <param name="probe">Answers from which difficulty is predicted.</param>
public sealed class TreeFacts(string poolRun, int probe)
{
    private const int ScoreBins = 10;

    private readonly Dictionary<(string Problem, long Seed), (SampleDifficulty Probe, SampleDifficulty All)> _samples = [];
    private readonly (int Answers, double Score, int Right)[] _scores = new (int, double, int)[ScoreBins];
    private readonly Dictionary<(string Run, int Place), (int Trials, double Score, long Steps, long Tokens, long Repeated)> _chosen = [];
    private readonly List<(SampleDifficulty First, SampleDifficulty Second)> _halves = [];

    /// <summary>How well scores say what is right, by tenths of the score; tenths without an answer are left out.</summary>
    public ImmutableArray<CalibrationBin> Calibration =>
        [.. _scores.Where(bin => bin.Answers > 0).Select(bin => new CalibrationBin(bin.Answers, bin.Score / bin.Answers, (double)bin.Right / bin.Answers))];

    /// <summary>What chosen solutions look like, by run and way of choosing.</summary>
    public ImmutableArray<ChosenSigns> Chosen =>
    [
        .. _chosen.Select(one => new ChosenSigns(
            one.Key.Run, one.Key.Place, one.Value.Trials, one.Value.Score / one.Value.Trials, (double)one.Value.Steps / one.Value.Trials,
            (double)one.Value.Tokens / one.Value.Trials, (double)one.Value.Repeated / Math.Max(1, one.Value.Steps))),
    ];

    /// <summary>For each problem the difficulty by its first and its second half of all answers.</summary>
    public IReadOnlyList<(SampleDifficulty First, SampleDifficulty Second)> Halves => _halves;

    /// <summary>For each problem with a pool the answers of each pool, and how many of them are right.</summary>
    public ImmutableArray<ImmutableArray<(int Samples, int Right)>> Pools =>
    [
        .. _samples.Where(sample => sample.Value.All.Samples > 0).GroupBy(sample => sample.Key.Problem).Select(problem => problem
            .Select(pool => (pool.Value.All.Samples, (int)Math.Round(pool.Value.All.PassAt1 * pool.Value.All.Samples)))
            .ToImmutableArray()),
    ];

    /// <summary>Whether any pool was there.</summary>
    public bool HasSamples => _samples.Count > 0;

    /// <summary>The difficulty of a trial by its first answers; null where it has none.</summary>
    public SampleDifficulty? Probe(string problem, long seed) => _samples.TryGetValue((problem, seed), out var sample) ? sample.Probe : null;

    /// <summary>The difficulty of a problem by all answers of all its trials; null where it has none.</summary>
    public SampleDifficulty? All(string problem, IEnumerable<long> seeds)
    {
        SampleDifficulty[] parts = [.. seeds.Where(seed => _samples.ContainsKey((problem, seed))).Select(seed => _samples[(problem, seed)].All)];
        return parts.Length == 0 ? null : SampleDifficulty.Mean(parts);
    }

    /// <summary>Adds a problem.</summary>
    public void Add(ProblemTrees trees)
    {
        List<(SampleDifficulty First, SampleDifficulty Second)> halves = [];
        foreach (var trial in trees.Trials)
        {
            if (trial.Run == poolRun)
            {
                var half = trial.Nodes.Length / 2;
                _samples[(trees.Problem.Id, trial.Seed)] =
                    (SampleDifficulty.Of(trees, trial, probe), SampleDifficulty.Of(trees, trial, trial.Nodes.Length));
                halves.Add((SampleDifficulty.Of(trees, trial, half), SampleDifficulty.Of(trees, trial, half, trial.Nodes.Length - half)));
                AddScores(trees, trial);
            }

            AddChosen(trees, trial);
        }

        if (halves.Count > 0)
        {
            _halves.Add((SampleDifficulty.Mean([.. halves.Select(half => half.First)]), SampleDifficulty.Mean([.. halves.Select(half => half.Second)])));
        }
    }

    private void AddScores(ProblemTrees trees, TrialTree trial)
    {
        foreach (var candidate in trial.Candidates)
        {
            ref var bin = ref _scores[Math.Clamp((int)(candidate.Score * ScoreBins), 0, ScoreBins - 1)];
            bin.Answers++;
            bin.Score += candidate.Score;
            bin.Right += candidate.Answer >= 0 && trees.Answers[candidate.Answer].IsCorrect ? 1 : 0;
        }
    }

    private void AddChosen(ProblemTrees trees, TrialTree trial)
    {
        foreach (var (place, choice) in trial.Choices.Index().Where(choice => choice.Item >= 0))
        {
            var steps = trees.AnswerTo(trial.Nodes[trial.Candidates[choice].Node].Step);
            var (trials, score, allSteps, tokens, repeated) = _chosen.GetValueOrDefault((trial.Run, place));
            _chosen[(trial.Run, place)] = (
                trials + 1, score + trial.Candidates[choice].Score, allSteps + steps.Length, tokens + steps.Sum(step => trees.Steps[step].Tokens),
                repeated + steps.Length - steps.Select(step => trees.Steps[step].Text).Distinct().Count());
        }
    }
}
