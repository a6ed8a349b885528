using System.Collections.Immutable;
using Reckon.Cli.Results;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Problems;
using Reckon.Evaluation.Amendments;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Grading;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Worker;

namespace Reckon.Cli.Running;

/// <summary>A sweep with all that it names, read and checked. Derived values are computed once.</summary>
/// <param name="spec">The sweep; its paths are absolute.</param>
/// <param name="prompts">Its problems, those that the models can take, and what is to be said of them.</param>
/// <param name="proposer">Its proposer's folder.</param>
/// <param name="verifier">Its verifier's folder; null where nothing is judged.</param>
internal sealed class SweepInputs(SweepSpec spec, ReadablePrompts prompts, ModelFolder proposer, ModelFolder? verifier)
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

    /// <summary>Its proposer's folder.</summary>
    public ModelFolder Proposer => proposer;

    /// <summary>Its verifier's folder; null where nothing is judged.</summary>
    public ModelFolder? Verifier => verifier;

    /// <summary>Trials of the whole sweep.</summary>
    public long Trials => TrialsWithout(0);

    /// <summary>The most that the models can cost.</summary>
    public SearchPrice Price { get; } = ModelPrices.Of(proposer, verifier);

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

    /// <summary>What is sent to the coordinator.</summary>
    public SweepSubmission Submission => field ??= new SweepSubmission(
        new SweepTerms(
            SpecHash, SweepDocument.Write(spec), DeviceEngines.PoolOf(ProposerCard),
            VerifierCard is { } judge ? DeviceEngines.PoolOf(judge) : null,
            AnswerDocument.Write(Dataset.Answers), Price, spec.KeepsTrees),
        Dataset.Problems);

    /// <summary>What a summary says besides its numbers.</summary>
    public SummaryHeader Header => field ??= new SummaryHeader(
        SpecHash,
        ProgramVersion.Text,
        new GraderFacts(GradingVersion.Current, ProgramVersion.Text),
        new DatasetFacts(Dataset.Name, Dataset.Sha256, Dataset.Problems.Length, prompts.Overlong, Dataset.Excluded),
        new ModelPairFacts(Facts(proposer), verifier is null ? null : Facts(verifier)));

    private SweepContents Contents =>
        new(Dataset.Sha256, Dataset.Answers, Dataset.Rows, ProposerCard.Fingerprint, VerifierCard?.Fingerprint);

    private ModelCard ProposerCard => proposer.Descriptor.Card;

    private ModelCard? VerifierCard => verifier?.Descriptor.Card;

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
        var proposer = sweep.Proposer is { } writer ? ModelLoader.Load(writer, ModelRole.Proposer) : null;
        var verifier = sweep.Verifier is { } judge ? ModelLoader.Load(judge, ModelRole.Verifier) : null;
        return (sweep.Spec, dataset, proposer) is (
                Validated<SweepSpec>.Valid(var spec), Validated<Dataset>.Valid(var problems), Validated<ModelFolder>.Valid(var proposes))
            && verifier is null or Validated<ModelFolder>.Valid
            ? Fitting(spec, problems, proposes, (verifier as Validated<ModelFolder>.Valid)?.Value, path).Then(inputs => Runnable(inputs, path))
            : new Validated<SweepInputs>.Invalid([.. sweep.Faults, .. Faults(dataset), .. Faults(proposer), .. Faults(verifier)]);
    }

    private static Validated<SweepInputs> Fitting(SweepSpec spec, Dataset dataset, ModelFolder proposer, ModelFolder? verifier, string path) =>
        new SweepPrompts(spec, proposer, verifier, path).Check(dataset).Then(prompts =>
            new Validated<SweepInputs>.Valid(new SweepInputs(spec, prompts, proposer, verifier)));

    private static Validated<SweepInputs> Runnable(SweepInputs inputs, string path)
    {
        ImmutableArray<Diagnostic> faults =
        [
            .. RevisionCheck.Impossible(inputs.Spec, inputs.Proposer.Descriptor.Revision is not null, path),
            .. BudgetCheck.Unaffordable(inputs.Spec, inputs.Dataset.Problems, inputs.Price, path),
        ];
        return faults.IsEmpty ? new Validated<SweepInputs>.Valid(inputs) : new Validated<SweepInputs>.Invalid(faults);
    }

    // What the sweep names wrongly is null here, and a fault of the sweep.
    private static ImmutableArray<Diagnostic> Faults<T>(Validated<T>? result) => result is Validated<T>.Invalid(var faults) ? faults : [];

    private static ModelFacts Facts(ModelFolder model)
    {
        var (card, cache) = (model.Descriptor.Card, model.Descriptor.Cache);
        return new ModelFacts(
            card.Name, card.Version, card.Sha256, card.Parameters, 2L * cache.Layers * cache.Heads * cache.HeadSize * sizeof(float));
    }
}
