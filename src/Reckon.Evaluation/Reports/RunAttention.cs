using System.Collections.Immutable;
using Reckon.Evaluation.Trees;

namespace Reckon.Evaluation.Reports;

/// <summary>Adds up, for each run of a sweep, the pairs of tokens that attention covers. For one thread.</summary>
public sealed class RunAttention
{
    private readonly Dictionary<string, (AttentionPairs Sum, int Trials, bool IsKnown)> _runs = new(StringComparer.Ordinal);

    /// <summary>Adds the trials in <paramref name="trees"/>, which hold their steps.</summary>
    public void Add(ProblemTrees trees)
    {
        var counter = new AttentionCounter(trees);
        foreach (var trial in trees.Trials)
        {
            var (sum, trials, isKnown) = _runs.GetValueOrDefault(trial.Run, (default, 0, true));
            var pairs = counter.Count(trial);
            _runs[trial.Run] = (sum + pairs.GetValueOrDefault(), trials + 1, isKnown && pairs is not null);
        }
    }

    /// <summary>
    /// <paramref name="summary"/> with the floating-point operations of attention, as means over trials; none for a run one of whose trials
    /// was not added or could not be counted, and none where a model does not say how wide its attention is.
    /// </summary>
    public SweepSummary AddTo(SweepSummary summary) => summary with { Runs = [.. summary.Runs.Select(run => With(run, summary.Models))] };

    private RunSummary With(RunSummary run, ModelPairFacts models)
    {
        var (sum, trials, isKnown) = _runs.GetValueOrDefault(run.Run);
        return isKnown && trials == run.Trials
            ? run with
            {
                Cost = run.Cost with
                {
                    AttentionFlops = models.AttentionFlops(sum) / trials,
                    ProposerAttentionFlops = models.AttentionFlops(sum with { Verifier = 0 }) / trials,
                },
            }
            : run;
    }
}
