using Reckon.Evaluation.Sweeps;

namespace Reckon.Cli.Output;

/// <summary>Why the outcomes of two runs of a sweep may differ. Pure.</summary>
internal static class ChanceNotes
{
    /// <summary>The reasons, each a beginning of a sentence.</summary>
    /// <param name="isRepeatable">Whether all models gave the same bits in any batch.</param>
    /// <param name="hasServer">Whether one is on a server.</param>
    /// <param name="spec">The sweep.</param>
    public static IEnumerable<string> Of(bool isRepeatable, bool hasServer, SweepSpec spec)
    {
        if (!isRepeatable)
        {
            yield return hasServer ? "a server promises nothing about repeating" : "on this machine the models' results depend on the batch";
        }

        if (spec.DependsOnTime)
        {
            yield return "the sweep limits seconds. Searches that run out of time, and problems that are left out for it, depend on this machine";
        }

        if (spec.SweepBudget?.Bill is not null)
        {
            yield return "the sweep limits what servers bill. Which problems are left out for it depends on what their caches hold";
        }
    }
}
