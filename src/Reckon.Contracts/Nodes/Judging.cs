namespace Reckon.Contracts.Nodes;

/// <summary>Who judges, and how: a node keeps verdicts for each judging apart.</summary>
/// <param name="Pool">The pool that serves the verifier: its name and its fingerprint.</param>
/// <param name="Version">The version of judging: raised when the program judges differently with the same verifier.</param>
[GenerateSerializer, Immutable, Alias("reckon.judging")]
public sealed record Judging([property: Id(0)] string Pool, [property: Id(1)] int Version)
{
    /// <summary>Under what its verdicts are kept.</summary>
    public string Key => $"{Pool}/{Version}";
}
