using System.Collections.Immutable;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Sweeps;

/// <summary>Finds the strategies that draw children which must differ from others, where the proposer cannot.</summary>
public static class ExclusionCheck
{
    /// <summary>A fault for each such strategy.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="canExclude">Whether the proposer's distribution is at hand.</param>
    /// <param name="fileName">The sweep's file, for messages.</param>
    public static ImmutableArray<Diagnostic> Impossible(SweepSpec spec, bool canExclude, string fileName) =>
    [
        .. from strategy in spec.Strategies
           where !canExclude && strategy.Definition.MayExclude(strategy.Values)
           select new Diagnostic(
               fileName, 0, 0, "models.proposer",
               $"{strategy.Label} draws continuations that must differ from earlier ones, for which the model's distribution is needed, "
               + "and a server gives only what it draws",
               "Run the proposer here from an ONNX export, or remove the strategy"),
    ];
}
