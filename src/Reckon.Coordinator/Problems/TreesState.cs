using Reckon.Grading;

namespace Reckon.Coordinator.Problems;

/// <summary>The trees of a problem's trials, as they are kept: apart from its outcomes, which are saved after every trial.</summary>
[GenerateSerializer, Alias("reckon.trees-state")]
internal sealed class TreesState
{
    /// <summary>The sweep's hash that they belong to.</summary>
    [Id(0)]
    public string SpecHash { get; set; } = "";

    /// <summary>The version of grading in them.</summary>
    [Id(1)]
    public int GradingVersion { get; set; }

    /// <summary>A member of a gzip file; null where nothing was kept yet.</summary>
    [Id(2)]
    public byte[]? Trees { get; set; }
}
