using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Reckon.Evaluation.Strategies;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Outcomes;

/// <summary>
/// The result of one trial. A pure function of the spec, the models and the problem: it holds no time, no place and no
/// count of attempts, so that it is the same byte for byte in every run.
/// </summary>
/// <param name="ProblemId">The problem.</param>
/// <param name="Subject">The problem's subject; empty where it has none.</param>
/// <param name="Level">The problem's level; 0 where it has none.</param>
/// <param name="Run">The strategy's <see cref="StrategySpec.Label"/>: with problem and seed, the trial's identity.</param>
/// <param name="Strategy">The strategy's name.</param>
/// <param name="Parameters">The values of all its parameters, defaults included, n first.</param>
/// <param name="Seed">The trial's seed.</param>
/// <param name="End">Why the search ended.</param>
/// <param name="Rounds">Rounds that were run.</param>
/// <param name="Solutions">Finished solutions.</param>
/// <param name="Truncated">Continuations that a token limit cut off.</param>
/// <param name="Selections">One for each way of choosing of the sweep, in its order.</param>
/// <param name="Cost">What the search cost, nominally.</param>
public sealed record TrialOutcome(
    string ProblemId,
    string Subject,
    int Level,
    string Run,
    string Strategy,
    ParameterValues Parameters,
    long Seed,
    SearchEnd End,
    int Rounds,
    int Solutions,
    int Truncated,
    ImmutableArray<SelectionOutcome> Selections,
    Cost Cost)
{
    /// <summary>The chains of a strategy whose answers revise one another, by number; null where answers stand for themselves.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ChainOutcome>? Chains { get; init; }

    /// <summary>What a policy chose for the trial; null where none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PolicyChoice? Policy { get; init; }

    /// <summary>The paper's N.</summary>
    public int N => Parameters.N;

    /// <inheritdoc/>
    public bool Equals(TrialOutcome? other) =>
        other is not null && ProblemId == other.ProblemId && Subject == other.Subject && Level == other.Level
        && Run == other.Run && Strategy == other.Strategy && Parameters.Equals(other.Parameters) && Seed == other.Seed
        && End == other.End && Rounds == other.Rounds && Solutions == other.Solutions && Truncated == other.Truncated
        && Cost == other.Cost && Selections.AsSpan().SequenceEqual(other.Selections.AsSpan())
        && Policy == other.Policy && ChainsOrNone.AsSpan().SequenceEqual(other.ChainsOrNone.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ProblemId, Run, Seed, End, Rounds, Solutions, Truncated, Cost);

    private ImmutableArray<ChainOutcome> ChainsOrNone => Chains ?? [];
}
