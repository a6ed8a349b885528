namespace Reckon.Evaluation.Reports;

/// <summary>What a folder of results says of its sweep besides spec and numbers. It is handed in with the sweep, since models are needed for it.</summary>
/// <param name="Header">What its summary says besides its numbers.</param>
/// <param name="Identity">What its hash is of: see <see cref="Sweeps.SweepHash.Canonical"/>.</param>
public sealed record SweepManifest(SummaryHeader Header, string Identity);
