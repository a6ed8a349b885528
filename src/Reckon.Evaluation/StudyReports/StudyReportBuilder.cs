using System.Collections.Immutable;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Exchanges;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Statistics;
using Reckon.Evaluation.Studies;
using Reckon.Evaluation.Sweeps;
using Reckon.Search.Strategies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Computes a report. A pure function of its material.</summary>
public static class StudyReportBuilder
{
    private const int MostInOwnFamily = 5;

    /// <summary>The report. Claims and families that name what was not run are left out, with a note.</summary>
    public static StudyReport Build(StudyMaterial material)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var families = Families(material, notes);
        var builder = new BinningBuilder(material);
        var binnings = builder.Build();
        var curves = new PolicyCurves(material.Table, material.Spec.Halvings, material.Spec.Seed);
        AddMissing(material, notes);
        return new StudyReport(
            material.Summary, material.Spec, material.Table, families, binnings, builder.Agreements(),
            [.. families.SelectMany(family => curves.Of(family, binnings))],
            Comparisons(material.Table, families),
            Claims(material, notes),
            Exchanges(material, families, binnings, notes),
            material.Trees?.Calibration ?? [],
            material.Trees?.Chosen ?? [],
            notes.ToImmutable());
    }

    // Those that the study names; else the first few methods by the rule that the sweep's levels are shown for.
    private static ImmutableArray<MethodFamily> Families(StudyMaterial material, ImmutableArray<string>.Builder notes)
    {
        var table = material.Table;
        foreach (var unknown in material.Spec.Families.SelectMany(family => family.Methods).Where(name => table.Find(name) is null).Distinct())
        {
            notes.Add($"The method '{unknown}' of a family was not run; it is left out.");
        }

        ImmutableArray<MethodFamily> named =
        [
            .. material.Spec.Families
                .Select(family => new MethodFamily(family.Name, [.. family.Methods.Select(table.Find).OfType<Method>()]))
                .Where(family => family.Methods.Length > 1),
        ];
        if (!named.IsEmpty)
        {
            return named;
        }

        var selection = table.Runs[^1].Method.Selection; // Ways of choosing are in one order; the last is weighted, where it is there.
        ImmutableArray<Method> own =
        [
            .. table.Methods.Where(method => method.Selection == selection && table.Curve(method).Length > 1)
                .OrderBy(method => method.Strategy != BestOfN.Definition.Name)
                .Take(MostInOwnFamily),
        ];
        return own.Length > 1 ? [new MethodFamily($"by {selection}", own)] : [];
    }

    private static void AddMissing(StudyMaterial material, ImmutableArray<string>.Builder notes)
    {
        if (material.Table.LeftOut > 0)
        {
            notes.Add($"{material.Table.LeftOut} problems miss trials and are left out.");
        }

        if (material.Difficulty is null)
        {
            notes.Add("No sweep of other seeds tells how hard problems are (study.difficulty), so there are no oracle bins.");
        }

        if (material.Trees is not { HasSamples: true })
        {
            notes.Add("There are no trees of best-of-n, so difficulty is not predicted, and calibration is not known.");
        }
    }

    // At each n every method against the first of its first family.
    private static ImmutableArray<RunComparison> Comparisons(StudyTable table, ImmutableArray<MethodFamily> families)
    {
        if (families.IsEmpty)
        {
            return [];
        }

        var baseline = families[0].Methods[0];
        (StudyRun Run, StudyRun Baseline, PairedDifference Difference)[] all =
        [
            .. families.SelectMany(family => family.Methods).Distinct().Where(method => method != baseline).SelectMany(method => table.Curve(method))
                .Select(run => (run, table.Find(baseline, run.N)!))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.run, pair.Item2, PairedDifference.Of(PerProblem.Differences(pair.run.ByProblem, pair.Item2.ByProblem)))),
        ];
        var corrected = HolmCorrection.Of([.. all.Select(one => one.Difference.PValue)]);
        return [.. all.Select((one, place) => new RunComparison(one.Run, one.Baseline, one.Difference, corrected[place]))];
    }

    private static ImmutableArray<ClaimResult> Claims(StudyMaterial material, ImmutableArray<string>.Builder notes)
    {
        var check = new ClaimCheck(material.Table);
        var results = ImmutableArray.CreateBuilder<ClaimResult>();
        foreach (var text in material.Spec.Claims)
        {
            if (Claim.Parse(text) is not { } claim)
            {
                notes.Add($"'{text}' is not a claim.");
            }
            else if (ClaimFault.Of(claim, material.Table) is { } fault)
            {
                notes.Add($"The claim '{text}' cannot be checked: {fault}");
            }
            else
            {
                results.Add(check.Of(claim));
            }
        }

        return results.ToImmutable();
    }

    private static ImmutableArray<ExchangePoint> Exchanges(
        StudyMaterial material, ImmutableArray<MethodFamily> families, ImmutableArray<Binning> binnings, ImmutableArray<string>.Builder notes)
    {
        if (material.Larger is not var (right, parameters) || families.IsEmpty)
        {
            return [];
        }

        var table = material.Table;
        if (table.Problems.Any(problem => !right.ContainsKey(problem.Id)))
        {
            notes.Add("The larger model did not answer all problems, so it is not compared.");
            return [];
        }

        var curve = table.Curve(families[0].Methods[0]);
        var greedy = table.Runs.FirstOrDefault(run => run.Method.Strategy == GreedyDecoding.Definition.Name);
        var oracle = binnings.FirstOrDefault(binning => binning.Kind == DifficultyKind.Oracle);
        return new Exchange(
            curve, [.. table.Problems.Select(problem => right[problem.Id])],
            (double)parameters / material.Summary.Models.Proposer.Parameters, oracle)
            .Points(material.Spec.Ratios, greedy?.MeanCost);
    }
}
