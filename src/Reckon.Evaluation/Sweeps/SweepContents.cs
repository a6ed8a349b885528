using Reckon.Evaluation.Datasets;
using Reckon.Grading.Formats;

namespace Reckon.Evaluation.Sweeps;

/// <summary>What lies behind a sweep's paths, by content.</summary>
/// <param name="DatasetSha256">SHA-256 of the dataset's file, in lower-case hex.</param>
/// <param name="Answers">How the dataset's answers are found and compared.</param>
/// <param name="Rows">How the dataset's lines become problems.</param>
/// <param name="ProposerSha256">SHA-256 of the proposer, in lower-case hex.</param>
/// <param name="VerifierSha256">SHA-256 of the verifier, in lower-case hex.</param>
public sealed record SweepContents(string DatasetSha256, AnswerFormat Answers, RowFormat Rows, string ProposerSha256, string VerifierSha256);
