using System.Collections.Immutable;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.Policies;

/// <summary>What cross-validation gives.</summary>
/// <param name="Policy">For each trial what the method got that was chosen for its bin; a mean over halvings.</param>
/// <param name="SameForAll">For each trial what the one method got that was chosen for all bins, on the same halves.</param>
/// <param name="Costs">For each trial what the policy cost.</param>
/// <param name="Picks">For each bin the place of the candidate that is best on all its trials: what a policy file says.</param>
public sealed record CrossValidated(
    ImmutableArray<double> Policy, ImmutableArray<double> SameForAll, ImmutableArray<TrialCost> Costs, ImmutableArray<int> Picks);
