using System.Text;
using Reckon.Contracts.Sweeps;
using Reckon.Contracts.Terms;
using Reckon.Coordinator.Problems;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Documents;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Sweeps;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Search.Running;
using Reckon.Worker;

namespace Reckon.Cli.Running;

/// <summary>Everything that a sweep names, read and checked.</summary>
/// <param name="Spec">The sweep.</param>
/// <param name="Dataset">Its problems.</param>
/// <param name="Proposer">Its proposer's folder.</param>
/// <param name="Verifier">Its verifier's folder.</param>
internal sealed record SweepInputs(SweepSpec Spec, Dataset Dataset, ModelFolder Proposer, ModelFolder Verifier)
{
    /// <summary>Trials of the whole sweep.</summary>
    public int Trials => checked(Spec.Trials().Length * Dataset.Problems.Length);

    /// <summary>What the results depend on, by content.</summary>
    public SweepContents Contents => new(Dataset.Sha256, Dataset.Answers, Dataset.Rows, ProposerCard.Fingerprint, VerifierCard.Fingerprint);

    /// <summary>The identity of the sweep's results.</summary>
    public string SpecHash => SweepHash.Of(Spec, Contents);

    /// <summary>What is sent to the coordinator.</summary>
    public SweepSubmission Submission => new(
        new SweepTerms(
            SpecHash, SweepDocument.Write(Spec), DeviceEngines.PoolOf(ProposerCard), DeviceEngines.PoolOf(VerifierCard),
            AnswerDocument.Write(Dataset.Answers), Price),
        Dataset.Problems);

    /// <summary>What a summary says beside its numbers.</summary>
    public SummaryHeader Header => new(
        SpecHash,
        CodeVersion.Text,
        new DatasetFacts(Dataset.Name, Dataset.Sha256, Dataset.Problems.Length),
        new ModelPairFacts(Facts(ProposerCard), Facts(VerifierCard)));

    /// <summary>The most that the models can cost.</summary>
    public SearchPrice Price => ModelPrices.Of(Proposer, Verifier);

    private ModelCard ProposerCard => Proposer.Descriptor.Card;

    private ModelCard VerifierCard => Verifier.Descriptor.Card;

    /// <summary>What <paramref name="file"/> holds.</summary>
    public static SweepInputs Read(SweepFile file) => new(file.Spec, file.Dataset, file.Proposer, file.Verifier);

    private static ModelFacts Facts(ModelCard card) => new(card.Name, card.Version, card.Sha256, card.Parameters);
}
