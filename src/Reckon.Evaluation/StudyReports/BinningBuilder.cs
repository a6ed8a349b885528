using System.Collections.Immutable;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Puts the trials of a study into bins in every way that its material allows; random ones always.</summary>
internal sealed class BinningBuilder(StudyMaterial material)
{
    private static readonly ImmutableArray<(DifficultyKind Kind, string Name)> _predicted =
    [
        (DifficultyKind.MeanScore, "mean score"), (DifficultyKind.Agreement, "agreement"), (DifficultyKind.LogProbability, "log-probability"),
    ];

    private readonly int _bins = material.Spec.Bins;

    /// <summary>The binnings, the oracle first, random last.</summary>
    public ImmutableArray<Binning> Build()
    {
        var binnings = ImmutableArray.CreateBuilder<Binning>();
        if (Values(DifficultyKind.Oracle) is { } oracle)
        {
            binnings.Add(Binning.Quantiles(DifficultyKind.Oracle, "oracle", oracle, _bins));
            binnings.Add(Binning.Quantiles(
                DifficultyKind.MeanScore, "mean score of many, free", Values(DifficultyKind.MeanScore)!.Value, _bins)); // As the oracle's are.
            binnings.AddRange(Absolute(DifficultyKind.Oracle, "oracle", oracle, 0));
        }

        foreach (var (kind, name) in _predicted)
        {
            if (ProbeValues(kind) is { } values)
            {
                var full = FormattableString.Invariant($"{name} of the first {material.Spec.Probe}");
                binnings.Add(Binning.Quantiles(kind, full, values, _bins, material.Spec.Probe));
                binnings.AddRange(Absolute(kind, full, values, material.Spec.Probe));
            }
        }

        if (material.Table.Problems.Select(problem => problem.Level).Distinct().Count() > 1)
        {
            binnings.Add(Binning.Levels(PerTrial(problem => material.Table.Problems[problem].Level)));
        }

        binnings.Add(new Binning(DifficultyKind.Random, "random", _bins, PerTrial(problem => problem % _bins)));
        return binnings.ToImmutable();
    }

    /// <summary>How far predictions agree with the oracle, and the halves of its samples with each other.</summary>
    public ImmutableArray<BinAgreement> Agreements()
    {
        if (Values(DifficultyKind.Oracle) is not { } oracle)
        {
            return [];
        }

        var halves = material.Difficulty!.Value.Facts.Halves; // The oracle comes from there.
        return
        [
            BinAgreement.Of(
                "oracle, half of its samples", [.. halves.Select(half => half.First.PassAt1)],
                "the other half", [.. halves.Select(half => half.Second.PassAt1)], _bins),
            BinAgreement.Of("oracle", oracle, "mean score of many, free", Values(DifficultyKind.MeanScore)!.Value, _bins),
            .. _predicted.Where(one => ProbeValues(one.Kind) is not null).Select(one => BinAgreement.Of(
                "oracle", oracle, FormattableString.Invariant($"{one.Name} of the first {material.Spec.Probe}"), ProbeValues(one.Kind)!.Value, _bins)),
        ];
    }

    // By the study's own cuts, where it has any of this measure.
    private IEnumerable<Binning> Absolute(DifficultyKind kind, string name, ImmutableArray<double> values, int probe) =>
        from thresholds in material.Spec.Thresholds ?? []
        where thresholds.Measure == CamelCase.Of(kind)
        select Binning.ByScale(kind, $"{name}, thresholds", values, new DifficultyScale(thresholds.Cuts), probe) with { IsAbsolute = true };

    // By all samples of the sweep that tells difficulty; null where it does not know some problem.
    private ImmutableArray<double>? Values(DifficultyKind kind)
    {
        if (material.Difficulty is not var (facts, seeds))
        {
            return null;
        }

        SampleDifficulty?[] all = [.. material.Table.Problems.Select(problem => facts.All(problem.Id, seeds))];
        return all.Contains(null) ? null : PerTrial(problem => all[problem]!.By(kind));
    }

    private ImmutableArray<double>? ProbeValues(DifficultyKind kind)
    {
        SampleDifficulty?[] probes =
        [
            .. material.Table.Problems.SelectMany(problem => material.Table.Seeds.Select(seed => material.Trees?.Probe(problem.Id, seed))),
        ];
        return probes.Contains(null) ? null : [.. probes.Select(probe => probe!.By(kind))];
    }

    private ImmutableArray<T> PerTrial<T>(Func<int, T> of) =>
        [.. Enumerable.Range(0, material.Table.Trials).Select(trial => of(material.Table.ProblemOf(trial)))];
}
