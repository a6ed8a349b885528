using System.Collections.Immutable;
using Reckon.Evaluation.Statistics;

namespace Reckon.Evaluation.Studies;

/// <summary>A method at one n: what each trial of the study got and cost. A trial's place is problem · seeds + seed.</summary>
/// <param name="Method">The method.</param>
/// <param name="N">The paper's N.</param>
/// <param name="Seeds">Trials of each problem.</param>
/// <param name="Credits">For each trial whether it is right: 0 or 1, between them where ties count by their mean.</param>
/// <param name="Costs">For each trial what it cost.</param>
/// <param name="Unanswered">Trials in which no solution gave an answer.</param>
public sealed record StudyRun(
    Method Method, int N, int Seeds, ImmutableArray<double> Credits, ImmutableArray<TrialCost> Costs, int Unanswered)
{
    /// <summary>Share of right trials, in [0, 1].</summary>
    public double Accuracy { get; } = Credits.Average();

    /// <summary>Mean cost of a trial.</summary>
    public TrialCost MeanCost { get; } = Costs.Aggregate(default(TrialCost), TrialCost.Add) * (1.0 / Costs.Length);

    /// <summary>The 95 % confidence interval of the accuracy.</summary>
    public ConfidenceInterval Interval => ClusteredInterval.Of([.. ByProblem.Select(mean => new ProblemTrials(mean * Seeds, Seeds))]);

    /// <summary>For each problem the mean of its trials.</summary>
    public ImmutableArray<double> ByProblem { get; } = PerProblem.Means(Credits, Seeds);

    /// <summary>How it is named: <c>beam n=16 width=4 weighted</c> without the order of parameters.</summary>
    public override string ToString() => FormattableString.Invariant($"{Method} n={N}");
}
