namespace Reckon.Coordinator;

/// <summary>Names that the silo's configuration and the grains share.</summary>
public static class CoordinatorNames
{
    /// <summary>The storage provider that holds the grains' state.</summary>
    public const string GrainState = "reckon";

    /// <summary>
    /// The directory of grains that must be single. The cluster's own is spread over all silos, workers too, and loses what a silo
    /// held when that leaves.
    /// </summary>
    public const string GrainDirectory = "reckon";

    /// <summary>The storage provider for states that are the same wherever they are computed: any of two writers may win.</summary>
    public const string RepeatableState = "reckon-repeatable";
}
