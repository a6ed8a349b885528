namespace Reckon.Coordinator;

/// <summary>Names that the silo's configuration and the grains share.</summary>
public static class CoordinatorNames
{
    /// <summary>The storage provider that holds the grains' state.</summary>
    public const string GrainState = "reckon";
}
