namespace Reckon.Evaluation.Reports;

/// <summary>A model, as a report names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version; empty where it has none.</param>
/// <param name="Sha256">SHA-256 of its weight file, in lower-case hex.</param>
/// <param name="Parameters">How many parameters it has.</param>
public sealed record ModelFacts(string Name, string Version, string Sha256, long Parameters);
