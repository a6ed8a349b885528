using System.Collections.Immutable;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.Policies;

/// <summary>What a policy gets at one budget, and what the methods get that it chooses from.</summary>
/// <param name="Family">The name of the family of methods.</param>
/// <param name="Binning">The name of the bins.</param>
/// <param name="N">The budget, the paper's N.</param>
/// <param name="Accuracy">Of the policy, cross-validated.</param>
/// <param name="Cost">Mean cost of a trial, that of finding its bin included.</param>
/// <param name="Picks">The method for each bin, the easiest first, chosen on all problems.</param>
/// <param name="SameForAll">Accuracy of the one method chosen on the same halves for all bins.</param>
/// <param name="Hindsight">Accuracy of the one method that is best on all problems.</param>
/// <param name="HindsightMethod">That method.</param>
/// <param name="UpperBound">Accuracy if the best method of each problem were known: optimistic, for it also knows chance.</param>
/// <param name="OverSingle">The policy less <paramref name="SameForAll"/>.</param>
/// <param name="OverHindsight">The policy less <paramref name="Hindsight"/>.</param>
/// <param name="OverBaseline">The policy less the family's first method.</param>
public sealed record PolicyPoint(
    string Family, string Binning, int N, MeanEstimate Accuracy, TrialCost Cost, ImmutableArray<Method> Picks,
    double SameForAll, double Hindsight, Method HindsightMethod, double UpperBound,
    PairedDifference OverSingle, PairedDifference OverHindsight, PairedDifference OverBaseline);
