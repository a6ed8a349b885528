using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Reckon.Evaluation.Sweeps;

/// <summary>
/// What is asked of a sweep's results once they are there. It changes no result, so it is no part of a sweep's hash; it is written down
/// before, so that what is looked for is not chosen by what was found.
/// </summary>
/// <param name="Families">Families of methods to choose from, by name; none for one that the report makes itself.</param>
/// <param name="Claims">Claims to check.</param>
/// <param name="Ratios">R of the exchange with a larger model: tokens of inference for each token of training.</param>
public sealed record StudySpec(
    ImmutableArray<FamilySpec> Families, ImmutableArray<string> Claims, ImmutableArray<double> Ratios)
{
    /// <summary>Nothing in particular: bins, probe and halvings as they are by default.</summary>
    public static StudySpec Default { get; } = new([], [], [0.16, 0.79, 22]);

    /// <summary>Quantiles of difficulty.</summary>
    public int Bins { get; init; } = 5;

    /// <summary>Cuts of further bins by what is measured; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ThresholdSpec>? Thresholds { get; init; }

    /// <summary>Answers from which a trial's difficulty is predicted.</summary>
    public int Probe { get; init; } = 4;

    /// <summary>How often problems are halved for cross-validation.</summary>
    public int Halvings { get; init; } = 40;

    /// <summary>From which halvings and random bins follow.</summary>
    public long Seed { get; init; }

    /// <summary>The folder of a sweep of the same problems with other seeds, whose answers tell oracle difficulty; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Difficulty { get; init; }

    /// <summary>The folder of a sweep of the same problems with a larger model, greedy; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Larger { get; init; }
}
