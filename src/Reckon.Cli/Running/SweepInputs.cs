using Reckon.Contracts;
using Reckon.Coordinator;
using Reckon.Evaluation;
using Reckon.Inference;
using Reckon.Worker;

namespace Reckon.Cli;

/// <summary>Everything that a sweep names, read and checked.</summary>
/// <param name="Spec">The sweep.</param>
/// <param name="Dataset">Its problems.</param>
/// <param name="Proposer">Its proposer's folder.</param>
/// <param name="Verifier">Its verifier's folder.</param>
internal sealed record SweepInputs(SweepSpec Spec, Dataset Dataset, ModelFolder Proposer, ModelFolder Verifier)
{
    /// <summary>Trials of the whole sweep.</summary>
    public int Trials => Spec.Trials().Length * Dataset.Problems.Length;

    /// <summary>What the results depend on, by content.</summary>
    public SweepContents Contents => new(Dataset.Sha256, Dataset.Answers, ProposerCard.Sha256, VerifierCard.Sha256);

    /// <summary>The identity of the sweep's results.</summary>
    public string SpecHash => SweepHash.Of(Spec, Contents);

    /// <summary>What is sent to the coordinator.</summary>
    public SweepSubmission Submission => new(
        SpecHash, SweepDocument.Write(Spec), DeviceEngines.PoolOf(ProposerCard), DeviceEngines.PoolOf(VerifierCard),
        AnswerDocument.Write(Dataset.Answers), Dataset.Problems);

    /// <summary>What a summary says beside its numbers.</summary>
    public SummaryHeader Header => new(
        SpecHash,
        CodeVersion.Text,
        new DatasetFacts(Dataset.Name, Dataset.Sha256, Dataset.Problems.Length),
        new ModelPairFacts(Facts(ProposerCard), Facts(VerifierCard)));

    private ModelCard ProposerCard => Proposer.Descriptor.Card;

    private ModelCard VerifierCard => Verifier.Descriptor.Card;

    /// <summary>Reads the models that <paramref name="file"/> names.</summary>
    /// <exception cref="ModelRefusedException">With all that is wrong with both.</exception>
    public static SweepInputs Read(SweepFile file)
    {
        var (proposer, proposerFault) = TryRead(file.Spec.Models.Proposer, ModelRole.Proposer);
        var (verifier, verifierFault) = TryRead(file.Spec.Models.Verifier, ModelRole.Verifier);
        return proposer is not null && verifier is not null
            ? new SweepInputs(file.Spec, file.Dataset, proposer, verifier)
            : throw new ModelRefusedException(string.Join('\n', new[] { proposerFault, verifierFault }.OfType<string>()));
    }

    private static (ModelFolder? Folder, string? Fault) TryRead(string path, ModelRole role)
    {
        try
        {
            return (ModelFolder.Read(path, role), null);
        }
        catch (ModelLoadException refused)
        {
            return (null, refused.Message);
        }
    }

    private static ModelFacts Facts(ModelCard card) => new(card.Name, card.Version, card.Sha256, card.Parameters);
}
