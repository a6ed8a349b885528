using System.Collections.Immutable;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Sweeps;

/// <summary>The result of reading a sweep file. What it names can be checked even where other parts of it are wrong.</summary>
/// <param name="Draft">The sweep, with placeholders for what is wrong; null when the file is not a sweep at all.</param>
/// <param name="Faults">Everything that is wrong, by place; empty for a sweep that can be run.</param>
public sealed record SweepReading(SweepSpec? Draft, ImmutableArray<Diagnostic> Faults)
{
    /// <summary>The sweep, or everything that is wrong with it.</summary>
    public Validated<SweepSpec> Spec => Draft is not null && Faults.IsEmpty
        ? new Validated<SweepSpec>.Valid(Draft)
        : new Validated<SweepSpec>.Invalid(Faults);

    /// <summary>The paths of the policy files that it names.</summary>
    public ImmutableArray<string> Policies { get; init; } = [];

    /// <summary>The dataset; null where what is said of it is wrong.</summary>
    public DatasetSource? Dataset => Draft is { Dataset: { Path.Length: > 0 } dataset } ? dataset : null;

    /// <summary>The proposer's folder; null where none is named, or it does not exist.</summary>
    public string? Proposer => Draft is { Models.Proposer: { Length: > 0 } folder } ? folder : null;

    /// <summary>The verifier's folder; null where none is named, or it does not exist.</summary>
    public string? Verifier => Draft is { Models.Verifier: { Length: > 0 } folder } ? folder : null;

    /// <summary>What the sweep calls its proposer: by a name, or the path of its folder; null as <see cref="Proposer"/>.</summary>
    public string? ProposerName => Proposer is null ? null : NameIn(Draft?.Models.ProposerManifest) ?? Proposer;

    /// <summary>The same of the verifier.</summary>
    public string? VerifierName => Verifier is null ? null : NameIn(Draft?.Models.VerifierManifest) ?? Verifier;

    private static string? NameIn(string? manifest) => manifest is null ? null : ServerSection.NameIn(manifest);
}
