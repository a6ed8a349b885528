using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Claims;

/// <summary>Says why a claim cannot be checked on a study.</summary>
public static class ClaimFault
{
    /// <summary>What is wrong, with a remedy; null where nothing is.</summary>
    public static string? Of(Claim claim, StudyTable table) =>
        OfMethod(claim.Challenger, claim.N, table) ?? OfMethod(claim.Other, claim.OtherN, table);

    private static string? OfMethod(string name, int? n, StudyTable table)
    {
        if (table.Find(name) is not { } method)
        {
            return $"the results have no method {Quoted.Of(name)}. {Spelling.Remedy(name, [.. table.Methods.Select(known => known.ToString())])}";
        }

        var known = table.Curve(method).Select(run => run.N).ToList();
        return n is { } one && !known.Contains(one)
            ? $"{name} was not run at n={one}. Use one of: {string.Join(", ", known)}"
            : null;
    }
}
