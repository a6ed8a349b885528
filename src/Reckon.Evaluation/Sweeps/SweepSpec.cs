using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Strategies;
using Reckon.Search;
using Reckon.Search.Controls;
using Reckon.Search.Costs;
using Reckon.Search.Randomness;
using Reckon.Search.Running;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Sweeps;

/// <summary>A grid of runs: everything that decides a sweep's results, and nothing that does not. Immutable.</summary>
/// <param name="Name">The sweep's name: letters, digits, '.', '_' and '-', at most 64.</param>
/// <param name="Dataset">The problems.</param>
/// <param name="Models">The models.</param>
/// <param name="Seeds">One trial of each strategy for each; not empty, no two alike.</param>
/// <param name="Sampling">How continuations are drawn.</param>
/// <param name="Strategies">One for each n, in the file's order; not empty, no two alike.</param>
/// <param name="Selections">The rules by which answers are chosen, in the order of <see cref="SelectionRule"/>; not empty.</param>
/// <param name="Aggregation">How the scores of a path's steps become one, inside searches and after them.</param>
/// <param name="Budget">The most that each search may spend.</param>
public sealed record SweepSpec(
    string Name,
    DatasetSource Dataset,
    ModelPaths Models,
    ImmutableArray<long> Seeds,
    Sampling Sampling,
    ImmutableArray<StrategySpec> Strategies,
    ImmutableArray<SelectionRule> Selections,
    Aggregation Aggregation,
    Budget Budget)
{
    /// <summary>
    /// Whether the trees of finished trials are kept with the results. It changes no result, so it is not part of the hash.
    /// Default: true.
    /// </summary>
    public bool KeepsTrees { get; init; } = true;

    /// <summary>Further aggregations by which the same solutions are chosen among; null where there are none, else all different.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<Aggregation>? OtherAggregations { get; init; }

    /// <summary>What counts where a rule cannot tell answers apart. Default: the answer that was given first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TieRule Ties { get; init; }

    /// <summary>What scores come from instead of the verifier alone; null in a sweep that is no control.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VerifierControl? Control { get; init; }

    /// <summary>The most that all trials may spend together; null for no limit.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SweepBudget? SweepBudget { get; init; }

    /// <summary>Whether a limit on time makes results depend on the machine.</summary>
    public bool DependsOnTime => Budget.Seconds is not null || SweepBudget?.Seconds is not null;

    /// <summary>What becomes of problems that do not fit the models. Default: the sweep is refused.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public OverlongPolicy OnOverlong { get; init; }

    /// <summary>
    /// The largest share of the questions' characters that may be unknown to a model's tokenizer, from 0 to 1; null for the default. A
    /// sweep that runs gives the same results whatever it is, so it is no part of the hash.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MaxUnknownText { get; init; }

    /// <summary>
    /// What is asked of the results. It changes none of them, so it is no part of the hash, nor of equality; null where nothing is.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StudySpec? Study { get; init; }

    /// <summary>All aggregations, that of the searches first.</summary>
    [JsonIgnore]
    public ImmutableArray<Aggregation> Aggregations => [Aggregation, .. OtherAggregations ?? []];

    /// <summary>How answers are chosen: each rule once, and with several aggregations those that need scores once for each.</summary>
    [JsonIgnore]
    public ImmutableArray<Selector> Selectors => [.. Selections.SelectMany(SelectorsOf)];

    /// <summary>The trials of each problem: strategies in their order, and for each the seeds in theirs.</summary>
    public ImmutableArray<TrialSpec> Trials() =>
        [.. Strategies.SelectMany(strategy => Seeds.Select(seed => new TrialSpec(strategy, seed)))];

    /// <summary>The search that <paramref name="trial"/> is for <paramref name="problem"/>.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="trial">One of <see cref="Trials"/>.</param>
    /// <param name="answers">Which of the problem's solutions give equal answers.</param>
    public SearchTask TaskFor(Problem problem, TrialSpec trial, IAnswerGroups answers) =>
        new(problem, trial.Seed, trial.Strategy.Build(Aggregation, RandomKey.Root(trial.Seed, problem.Id).Chance, answers), Sampling)
        {
            IsAsynchronous = trial.Strategy.IsAsynchronous,
        };

    /// <inheritdoc/>
    public bool Equals(SweepSpec? other) =>
        other is not null && Name == other.Name && Dataset == other.Dataset && Models == other.Models
        && Seeds.AsSpan().SequenceEqual(other.Seeds.AsSpan()) && Sampling == other.Sampling
        && Strategies.AsSpan().SequenceEqual(other.Strategies.AsSpan())
        && Selections.AsSpan().SequenceEqual(other.Selections.AsSpan())
        && Aggregations.AsSpan().SequenceEqual(other.Aggregations.AsSpan()) && Ties == other.Ties && Control == other.Control
        && Budget == other.Budget && SweepBudget == other.SweepBudget && KeepsTrees == other.KeepsTrees
        && OnOverlong == other.OnOverlong && MaxUnknownText == other.MaxUnknownText;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Dataset, Models, Seeds.Length, Sampling, Strategies.Length, Budget);

    private IEnumerable<Selector> SelectorsOf(SelectionRule rule) => rule == SelectionRule.Majority || OtherAggregations is null
        ? [new Selector(rule)]
        : Aggregations.Select(aggregation => new Selector(rule, aggregation));
}
