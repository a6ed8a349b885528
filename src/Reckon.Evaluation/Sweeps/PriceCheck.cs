using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Finds limits on money of models without prices, prices in unlike currencies, and bills that nobody could count.</summary>
public static class PriceCheck
{
    /// <summary>What is wrong.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="proposer">The currency of the proposer's prices; null for none.</param>
    /// <param name="verifier">That of the verifier's.</param>
    /// <param name="unpriced">What on a server has no price, <c>proposer</c> or <c>verifier</c>; null where nothing is known to.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static ImmutableArray<Diagnostic> Impossible(SweepSpec spec, string? proposer, string? verifier, string? unpriced, string fileName)
    {
        if (spec.SweepBudget?.Bill is not null && unpriced is not null)
        {
            return
            [
                new Diagnostic(
                    fileName, 0, 0, $"models.{unpriced}", "it is on a server without a price, so nobody could count what it bills (budget.sweep.bill)",
                    "Add remote.price to its reckon.json; tokens that cost nothing have the price 0"),
            ];
        }

        var hasLimit = spec.Budget.Money is not null || spec.SweepBudget is { Money: not null } or { Bill: not null };
        return (proposer, verifier) switch
        {
            (null, null) when hasLimit =>
            [
                new Diagnostic(
                    fileName, 0, 0, "budget.money", "a limit on money needs the price of a model, and no folder of the sweep has one",
                    "Add remote.price to the reckon.json of a model on a server, or limit tokens"),
            ],
            ({ } one, { } other) when one != other =>
            [
                new Diagnostic(
                    fileName, 0, 0, "models.verifier", $"its prices are in {other}, and those of the proposer in {one}: they cannot be added up",
                    "Give both in one currency"),
            ],
            _ => [],
        };
    }
}
