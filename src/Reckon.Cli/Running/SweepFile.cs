using System.Collections.Immutable;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Sweeps;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Search.Strategies;

namespace Reckon.Cli.Running;

/// <summary>A sweep file with all that it names, checked.</summary>
/// <param name="Spec">The sweep; its paths are absolute.</param>
/// <param name="Dataset">Its problems.</param>
/// <param name="Proposer">Its proposer's folder.</param>
/// <param name="Verifier">Its verifier's folder.</param>
internal sealed record SweepFile(SweepSpec Spec, Dataset Dataset, ModelFolder Proposer, ModelFolder Verifier)
{
    /// <summary>Trials of the whole sweep.</summary>
    public long Trials => (long)Spec.Trials().Length * Dataset.Problems.Length;

    /// <summary>
    /// Reads the file at <paramref name="path"/>, its dataset and its models, or says everything that is wrong with any of them.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="strategies">The strategies that it may name.</param>
    public static Validated<SweepFile> Load(string path, StrategyRegistry strategies)
    {
        var sweep = SweepLoader.Read(path, strategies);
        var dataset = sweep.Dataset is { } source ? DatasetLoader.Load(source) : null;
        var proposer = sweep.Proposer is { } writer ? ModelLoader.Load(writer, ModelRole.Proposer) : null;
        var verifier = sweep.Verifier is { } judge ? ModelLoader.Load(judge, ModelRole.Verifier) : null;
        return (sweep.Spec, dataset, proposer, verifier) is (
            Validated<SweepSpec>.Valid(var spec),
            Validated<Dataset>.Valid(var problems),
            Validated<ModelFolder>.Valid(var proposes),
            Validated<ModelFolder>.Valid(var verifies))
            ? Affordable(new SweepFile(spec, problems, proposes, verifies), path)
            : new Validated<SweepFile>.Invalid([.. sweep.Faults, .. Faults(dataset), .. Faults(proposer), .. Faults(verifier)]);
    }

    private static Validated<SweepFile> Affordable(SweepFile file, string path)
    {
        var faults = BudgetCheck.Unaffordable(file.Spec, file.Dataset.Problems, SweepInputs.Read(file).Price, path);
        return faults.IsEmpty ? new Validated<SweepFile>.Valid(file) : new Validated<SweepFile>.Invalid(faults);
    }

    // What the sweep does not name rightly is not there, and a fault of the sweep.
    private static ImmutableArray<Diagnostic> Faults<T>(Validated<T>? result) => result is Validated<T>.Invalid(var faults) ? faults : [];
}
