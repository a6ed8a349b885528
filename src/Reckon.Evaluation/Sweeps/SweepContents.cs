using Reckon.Evaluation.Datasets;
using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Sweeps;

/// <summary>What a sweep's paths lead to, by content.</summary>
/// <param name="DatasetSha256">SHA-256 of the dataset's file, in lower-case hex.</param>
/// <param name="Answers">How the dataset's answers are found and compared.</param>
/// <param name="Rows">How the dataset's lines become problems.</param>
/// <param name="ProposerFingerprint">The proposer's fingerprint: SHA-256 over all that decides what it writes, in lower-case hex.</param>
/// <param name="VerifierFingerprint">The verifier's fingerprint, likewise; null where nothing is judged.</param>
public sealed record SweepContents(
    string DatasetSha256, AnswerFormat Answers, RowFormat Rows, string ProposerFingerprint, string? VerifierFingerprint);
