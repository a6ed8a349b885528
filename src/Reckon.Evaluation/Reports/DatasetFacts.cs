namespace Reckon.Evaluation.Reports;

/// <summary>The dataset, as a report names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sha256">SHA-256 of its file, in lower-case hex.</param>
/// <param name="Problems">Problems taken from it.</param>
public sealed record DatasetFacts(string Name, string Sha256, int Problems);
