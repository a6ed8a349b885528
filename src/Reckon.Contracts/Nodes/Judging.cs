namespace Reckon.Contracts.Nodes;

/// <summary>A verifier with the version of judging: a node keeps the verdicts of each separately.</summary>
/// <param name="Pool">The pool that serves the verifier: its name and its fingerprint.</param>
/// <param name="Version">The version of judging: raised when the program judges differently with the same verifier.</param>
[GenerateSerializer, Immutable, Alias("reckon.judging")]
public sealed record Judging([property: Id(0)] string Pool, [property: Id(1)] int Version)
{
    /// <summary>The key of its verdicts.</summary>
    public string Key => $"{Pool}/{Version}";
}
