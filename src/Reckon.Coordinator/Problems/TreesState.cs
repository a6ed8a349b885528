using Reckon.Evaluation.Documents;

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

    /// <summary>The format of the trees: <see cref="ProblemTreesJson.Form"/> of the program that wrote them.</summary>
    [Id(3)]
    public string Form { get; set; } = "";

    /// <summary>Whether the trees belong to the sweep with this hash, and have the current version of grading and the current format.</summary>
    public bool IsOf(string specHash) =>
        SpecHash == specHash && GradingVersion == Grading.GradingVersion.Current && Form == ProblemTreesJson.Form;
}
