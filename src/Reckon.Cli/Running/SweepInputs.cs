using System.Collections.Immutable;
using Reckon.Cli.Output;
using Reckon.Cli.Results;
using Reckon.Contracts.Models;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Problems;
using Reckon.Evaluation.Amendments;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Estimates;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Search;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Worker;

namespace Reckon.Cli.Running;

/// <summary>A sweep with all that it names, read and checked. Derived values are computed once.</summary>
/// <param name="spec">The sweep; its paths are absolute.</param>
/// <param name="prompts">Its problems, those that the models can take, and what is to be said of them.</param>
/// <param name="proposer">Its proposer.</param>
/// <param name="verifier">Its verifier; null where nothing is judged.</param>
internal sealed class SweepInputs(SweepSpec spec, ReadablePrompts prompts, SweepModel proposer, SweepModel? verifier)
{
    private readonly int _trialsOfProblem = spec.Trials().Length;

    /// <summary>The sweep; its paths are absolute.</summary>
    public SweepSpec Spec => spec;

    /// <summary>Its problems.</summary>
    public Dataset Dataset => prompts.Dataset;

    /// <summary>What was assumed, and what a person should know.</summary>
    public ImmutableArray<string> Notes => [.. Dataset.Notes, .. prompts.Notes];

    /// <summary>What a person may want to mend.</summary>
    public ImmutableArray<string> Warnings => prompts.Warnings;

    /// <summary>Its proposer.</summary>
    public SweepModel Proposer => proposer;

    /// <summary>Its verifier; null where nothing is judged.</summary>
    public SweepModel? Verifier => verifier;

    /// <summary>Trials of the whole sweep.</summary>
    public long Trials => TrialsWithout(0);

    /// <summary>The most that the models can cost.</summary>
    public SearchPrice Price { get; } = ModelPrices.Of(proposer.Description, verifier?.Description, spec.Sampling.Preface);

    /// <summary>The identity of the sweep's results.</summary>
    public string SpecHash => field ??= SweepHash.Of(spec, Contents);

    /// <summary>What the folder of results remembers of the sweep.</summary>
    public SweepRecord Record => field ??= new SweepRecord(SpecHash, spec, Dataset.Answers)
    {
        Identity = new SweepIdentity(
            SpecHash,
            SweepHash.Canonical(spec, Contents),
            Dataset.Problems.ToImmutableSortedDictionary(problem => problem.Id, ProblemDigest.Of, StringComparer.Ordinal),
            Amends: []),
    };

    /// <summary>Work of the whole sweep, in generations: a trial counts as much as its N.</summary>
    public long Work { get; } = spec.Trials().Sum(trial => (long)trial.Strategy.N) * prompts.Dataset.Problems.Length;

    /// <summary>Whether one of the models is on a server.</summary>
    public bool HasServer => proposer.Folder?.Remote is not null || verifier?.Folder?.Remote is not null;

    // Of what is known here: a cluster's pools do not say where they run.
    private string? Unpriced =>
        proposer.Folder?.Remote is { Price: null } ? "proposer" : verifier?.Folder?.Remote is { Price: null } ? "verifier" : null;

    /// <summary>What is sent to the coordinator.</summary>
    public SweepSubmission Submission => field ??= new SweepSubmission(
        new SweepTerms(
            SpecHash, SweepDocument.Write(spec), proposer.Description.Pool, verifier?.Description.Pool,
            AnswerDocument.Write(Dataset.Answers), Price, spec.KeepsTrees),
        Dataset.Problems);

    /// <summary>What the sweep is expected to cost.</summary>
    public SweepEstimate Estimate => field ??= new SweepEstimator(
        spec, new SweepWorkload(spec, proposer, verifier).Of(prompts.Places, prompts.Sizes), Price.Sizes)
        .Estimate() with
    { Currency = proposer.Description.Currency ?? verifier?.Description.Currency };

    /// <summary>What a summary says besides its numbers.</summary>
    public SummaryHeader Header => field ??= new SummaryHeader(
        SpecHash,
        ProgramVersion.Text,
        new GraderFacts(GradingVersion.Current, ProgramVersion.Text),
        new DatasetFacts(Dataset.Name, Dataset.Sha256, Dataset.Problems.Length, prompts.Overlong, Dataset.Excluded),
        new ModelPairFacts(FactsOf(proposer), verifier is null ? null : FactsOf(verifier)))
    {
        Estimate = Estimate,
    };

    private SweepContents Contents =>
        new(Dataset.Sha256, Dataset.Answers, Dataset.Rows, proposer.Description.Fingerprint, verifier?.Description.Fingerprint);

    /// <summary>Trials of the sweep where its own budget leaves so many problems out.</summary>
    public long TrialsWithout(int problems) => (long)_trialsOfProblem * (Dataset.Problems.Length - problems);

    /// <summary>
    /// Reads the sweep file at <paramref name="path"/>, its dataset and its models, or everything that is wrong with any of them.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="strategies">The strategies that it may name.</param>
    public static Validated<SweepInputs> Load(string path, StrategyRegistry strategies)
    {
        var sweep = SweepLoader.Read(path, strategies);
        var dataset = sweep.Dataset is { } source ? DatasetLoader.Load(source) : null;
        var proposer = Model(sweep.Proposer, sweep.Draft?.Models.ProposerManifest, ModelRole.Proposer, path);
        var verifier = Model(sweep.Verifier, sweep.Draft?.Models.VerifierManifest, ModelRole.Verifier, path);
        return (sweep.Spec, dataset, proposer) is (
                Validated<SweepSpec>.Valid(var spec), Validated<Dataset>.Valid(var problems), Validated<ModelFolder>.Valid(var proposes))
            && verifier is null or Validated<ModelFolder>.Valid
            ? Of(spec, problems, ModelOf(proposes, problems, spec.Sampling.Preface), verifier is Validated<ModelFolder>.Valid(var judges)
                ? ModelOf(judges, problems, preface: null) : null, path)
            : new Validated<SweepInputs>.Invalid([.. sweep.Faults, .. Faults(dataset), .. Faults(proposer), .. Faults(verifier)]);
    }

    /// <summary>The sweep <paramref name="spec"/> over <paramref name="dataset"/>, or why it cannot run.</summary>
    /// <param name="spec">The sweep.</param>
    /// <param name="dataset">Its problems.</param>
    /// <param name="proposer">Its proposer, which has read all of them.</param>
    /// <param name="verifier">Its verifier, likewise; null where nothing is judged.</param>
    /// <param name="path">The sweep's file, for messages.</param>
    public static Validated<SweepInputs> Of(SweepSpec spec, Dataset dataset, SweepModel proposer, SweepModel? verifier, string path) =>
        new SweepPrompts(spec, proposer, verifier, path).Check(dataset).Then(prompts =>
            Runnable(new SweepInputs(spec, prompts, proposer, verifier), path));

    /// <summary>What of <paramref name="dataset"/> a model is to read, after <paramref name="preface"/>.</summary>
    public static ImmutableArray<TextToRead> TextsOf(Dataset dataset, Preface? preface) =>
    [
        .. dataset.Problems.Select(problem =>
            new TextToRead(problem, dataset.Solutions.GetValueOrDefault(problem.Id)) { Preface = preface }),
    ];

    private static Validated<ModelFolder>? Model(string? folder, string? manifest, ModelRole role, string sweep) => (folder, manifest) switch
    {
        (null, _) => null,
        (_, null) => ModelLoader.Load(folder, role),
        _ => ModelLoader.LoadServer(folder, manifest, role, sweep),
    };

    private static SweepModel ModelOf(ModelFolder folder, Dataset dataset, Preface? preface)
    {
        var reader = new ModelReader(folder);
        return new SweepModel(reader.Description, reader.Read(TextsOf(dataset, preface)), folder);
    }

    private static Validated<SweepInputs> Runnable(SweepInputs inputs, string path)
    {
        ImmutableArray<Diagnostic> faults =
        [
            .. RevisionCheck.Impossible(inputs.Spec, inputs.Proposer.Description.HasRevision, path),
            .. ExclusionCheck.Impossible(inputs.Spec, inputs.Proposer.Description.CanExclude, path),
            .. PriceCheck.Impossible(inputs.Spec, inputs.Proposer.Description.Currency, inputs.Verifier?.Description.Currency, inputs.Unpriced, path),
            .. BudgetCheck.Unaffordable(inputs.Spec, inputs.Dataset.Problems, inputs.Price, path),
        ];
        return faults.IsEmpty ? new Validated<SweepInputs>.Valid(inputs) : new Validated<SweepInputs>.Invalid(faults);
    }

    // What the sweep names wrongly is null here, and a fault of the sweep.
    private static ImmutableArray<Diagnostic> Faults<T>(Validated<T>? result) => result is Validated<T>.Invalid(var faults) ? faults : [];

    private static ModelFacts FactsOf(SweepModel model) => new(
        model.Description.Name, model.Description.Version, model.Description.Sha256, model.Description.Parameters,
        model.Description.CacheBytesPerToken,
        model.Description.AttentionFlopsPerPair is > 0 and var flops ? flops : null)
    {
        MayVary = !model.Description.IsRepeatable,
        Price = model.Description.Currency is { } currency
            ? new TokenPrice(currency, model.Description.PromptPrice, model.Description.GeneratedPrice)
            : null,
    };
}
