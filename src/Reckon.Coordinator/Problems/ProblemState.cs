using Reckon.Contracts.Problems;
using Reckon.Evaluation.Documents;
using Reckon.Grading;

namespace Reckon.Coordinator.Problems;

/// <summary>What a problem saves: the outcomes of its finished trials.</summary>
[GenerateSerializer, Alias("reckon.problem-state")]
internal sealed class ProblemState
{
    /// <summary>The sweep's hash that the outcomes belong to.</summary>
    [Id(0)]
    public string SpecHash { get; set; } = "";

    /// <summary>The version of grading that the outcomes come from.</summary>
    [Id(2)]
    public int GradingVersion { get; set; } = Grading.GradingVersion.Current;

    /// <summary>Finished trials, in the order in which they finished.</summary>
    [Id(1)]
    public List<FinishedTrial> Finished { get; set; } = [];

    /// <summary>The format of the outcomes: <see cref="OutcomeJson.Form"/> of the program that wrote them.</summary>
    [Id(3)]
    public string Form { get; set; } = "";

    /// <summary>An empty state for the sweep with the hash <paramref name="specHash"/>.</summary>
    public static ProblemState For(string specHash) => new() { SpecHash = specHash, Form = OutcomeJson.Form };

    /// <summary>
    /// Whether the outcomes belong to the sweep with this hash, and have the current version of grading and the current format.
    /// </summary>
    public bool IsOf(string specHash) =>
        SpecHash == specHash && GradingVersion == Grading.GradingVersion.Current && Form == OutcomeJson.Form;
}
