using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Finds the strategies that have a model revise answers, where the model cannot be asked to.</summary>
public static class RevisionCheck
{
    /// <summary>A fault for each such strategy.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="canRevise">Whether the proposer's folder says how it is asked to revise.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static ImmutableArray<Diagnostic> Impossible(SweepSpec spec, bool canRevise, string fileName) =>
    [
        .. from strategy in spec.Strategies
           where strategy.Needs.Revisions && !canRevise
           select new Diagnostic(
               fileName, 0, 0, "models.proposer",
               $"{strategy.Label} has the proposer revise its answers, and its folder does not say how it is asked to",
               "Add prompt.revision to its reckon.json, or remove the strategy"),
    ];
}
