using System.Collections.Immutable;
using System.Text;
using Reckon.Api.Sweeps;
using Reckon.Cli.Running;
using Reckon.Contracts.Clusters;
using Reckon.Contracts.Models;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;
using Reckon.Worker;

namespace Reckon.Cli.Serving;

/// <summary>
/// Reads sweeps that are handed in as <c>reckon run</c> reads those on disk, with the models that the cluster serves and those that are
/// known here although no worker serves them now.
/// </summary>
internal sealed class ClusterSweeps(IGrainFactory grains, StrategyRegistry strategies, ServedModels known) : ISweepPreparation
{
    private const string FileName = "sweep.yaml"; // In messages.
    private const int TextsAtOnce = 1_000;

    private readonly IClusterGrain _cluster = grains.GetGrain<IClusterGrain>(0);

    /// <inheritdoc/>
    public StrategyRegistry Strategies => strategies;

    /// <inheritdoc/>
    public async Task<Validated<PreparedSweep>> PrepareAsync(SweepUpload upload, CancellationToken cancellationToken)
    {
        var files = new UploadedFiles(upload.Files);
        var reading = SweepParser.Read(Encoding.UTF8.GetBytes(upload.Sweep), FileName, files, strategies);
        ImmutableArray<Diagnostic> faults = [.. files.Faults(), .. reading.Faults];
        var dataset = reading.Dataset is { } source ? UploadedDataset.Read(source, files) : null;
        ImmutableArray<ModelDescription> models = await _cluster.GetModelsAsync().WaitAsync(cancellationToken);
        var served = models.AddRange(known.Descriptions.ExceptBy(models.Select(model => model.Pool), model => model.Pool));
        var proposer = reading.ProposerName is { } writer ? ModelChoice.Find(writer, isVerifier: false, served) : null;
        var verifier = reading.VerifierName is { } judge ? ModelChoice.Find(judge, isVerifier: true, served) : null;
        if (faults.IsEmpty && reading.Spec is Validated<SweepSpec>.Valid(var spec) && dataset is Validated<Dataset>.Valid(var problems)
            && proposer is Validated<ModelDescription>.Valid(var writes) && verifier is null or Validated<ModelDescription>.Valid)
        {
            var judges = (verifier as Validated<ModelDescription>.Valid)?.Value;
            return (await InputsAsync(spec, problems, writes, judges, cancellationToken)).Then(Prepared);
        }

        return new Validated<PreparedSweep>.Invalid([.. faults, .. FaultsOf(dataset), .. FaultsOf(proposer), .. FaultsOf(verifier)]);
    }

    // Where files lay on the client's machine is nobody's business, and changes no result.
    private static SweepSpec Portable(SweepSpec spec, ModelDescription proposer, ModelDescription? verifier) => spec with
    {
        Dataset = spec.Dataset with { Path = Path.GetFileName(spec.Dataset.Path), Descriptor = Path.GetFileName(spec.Dataset.Descriptor) },
        Models = new ModelPaths(proposer.Name, verifier?.Name),
    };

    private static Validated<PreparedSweep> Prepared(SweepInputs inputs) => new Validated<PreparedSweep>.Valid(new PreparedSweep(
        inputs.Spec.Name, inputs.Submission.Terms, inputs.Dataset.Problems, inputs.Trials,
        [.. inputs.Notes, .. inputs.Warnings, .. NotesOn(inputs)])
    {
        Manifest = new SweepManifest(inputs.Header, inputs.Record.Identity.Canonical!), // A sweep that was read has one.
    });

    private static IEnumerable<string> NotesOn(SweepInputs inputs) => new[] { inputs.Proposer, inputs.Verifier }
        .Where(model => model?.Description.IsSimulated == true)
        .Select(model => $"{model!.Description.Name} is simulated: it takes time as a model would, and its results say nothing.");

    private static ImmutableArray<Diagnostic> FaultsOf<T>(Validated<T>? result) =>
        result is Validated<T>.Invalid(var faults) ? faults : [];

    private async Task<Validated<SweepInputs>> InputsAsync(
        SweepSpec spec, Dataset dataset, ModelDescription proposer, ModelDescription? verifier, CancellationToken cancellationToken)
    {
        var texts = SweepInputs.TextsOf(dataset, preface: null);
        var said = SweepInputs.TextsOf(dataset, spec.Sampling.Preface);
        var written = new SweepModel(proposer, await ReadAsync(proposer.Pool, said, cancellationToken));
        var judged = verifier is null ? null : new SweepModel(verifier, await ReadAsync(verifier.Pool, texts, cancellationToken));
        return SweepInputs.Of(Portable(spec, proposer, verifier), dataset, written, judged, FileName);
    }

    private async Task<ImmutableArray<TextReading>> ReadAsync(
        string pool, ImmutableArray<TextToRead> texts, CancellationToken cancellationToken)
    {
        if (known.Descriptions.Any(model => model.Pool == pool))
        {
            return known.Read(pool, texts); // No worker need be asked.
        }

        var readings = ImmutableArray.CreateBuilder<TextReading>(texts.Length);
        foreach (var chunk in texts.Chunk(TextsAtOnce))
        {
            readings.AddRange(await _cluster.ReadAsync(pool, [.. chunk]).WaitAsync(cancellationToken));
        }

        return readings.MoveToImmutable();
    }
}
