namespace Reckon.Coordinator;

/// <summary>Names that the silo's configuration and the grains share.</summary>
public static class CoordinatorNames
{
    /// <summary>The storage provider that holds the grains' state.</summary>
    public const string GrainState = "reckon";

    /// <summary>The storage provider for states that are the same wherever they are computed: any of two writers may win.</summary>
    public const string RepeatableState = "reckon-repeatable";
}
