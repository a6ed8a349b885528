namespace Reckon.Coordinator.Stores;

/// <summary>Names what is stored of one sweep.</summary>
/// <param name="SweepId">The sweep.</param>
/// <param name="SpecHash">The hash of its spec: a sweep that was amended has more than one, and its records never mix.</param>
internal readonly record struct SweepKey(string SweepId, string SpecHash)
{
    /// <summary>The key of the records called <paramref name="what"/>.</summary>
    public string Of(string what) => $"{what}/{SweepId}/{SpecHash}";

    /// <summary>The key of the records called <paramref name="what"/> of one problem. Its id comes last: it may hold any character.</summary>
    public string Of(string what, string problemId) => $"{what}/{SweepId}/{SpecHash}/{problemId}";
}
