using System.Collections.Immutable;
using Reckon.Evaluation.Claims;
using Reckon.Evaluation.Difficulties;
using Reckon.Evaluation.Policies;
using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Studies;

namespace Reckon.Evaluation.StudyReports;

/// <summary>Lays a report out in sections; those that have nothing to say are left out.</summary>
public static class ReportSections
{
    /// <summary>The sections, in the order in which they are read.</summary>
    public static ImmutableArray<ReportSection> Of(StudyReport report) =>
    [
        .. new[]
        {
            Accuracy(report), Claimed(report), ComputeOptimal(report), ByDifficulty(report), Comparisons(report), Bought(report), Verifier(report),
            Costs(report), Notes(report),
        }.OfType<ReportSection>(),
    ];

    private static ReportSection Accuracy(StudyReport report) => new(
        "accuracy", "Accuracy against budget",
        ["Accuracy in % with its 95 % interval over problems; costs are means of a trial, as if it ran alone. pass@1, majority@n, "
            + "best@n and weighted@n are the columns of a run at its n."
            + (TimePrice.Of(report.Summary) is null ? " How long trials took is not known." : " Model ms are a trial's tokens at what a token took in this sweep.")],
        AccuracyPlots.Of(report),
        [RunTable.Of(report.Table, TimePrice.Of(report.Summary)), .. PoolTable.Of(report) is { } pools ? [pools] : ImmutableArray<TextTable>.Empty]);

    private static ReportSection? Claimed(StudyReport report) => report.Claims.IsEmpty ? null : new ReportSection(
        "claims", "Claims, checked",
        ["A claim holds where the lower end of its interval is at least what it states. A saving of x 4 means a quarter of the cost."],
        [],
        [ClaimTable.Of(report.Claims)]);

    private static ReportSection? ComputeOptimal(StudyReport report) => report.Policies.IsEmpty ? null : new ReportSection(
        "policy", "Choosing by difficulty",
        [
            FormattableString.Invariant($"For each bin and budget the method of a family is chosen on one half of the bin's problems and counted on the other; the mean over {report.Spec.Halvings} halvings (seed {report.Spec.Seed}). 'Same for all' is the one method chosen on the same halves for all bins, 'hindsight' the one that is best on all problems: the stricter opponent. Differences are in points."),
            "Oracle bins know the right answers. Random bins show what choosing on halves costs when difficulty means nothing. The "
                + "upper bound knows the best method of each problem, chance included, and cannot be had.",
            "Bins by the first answers of a trial are that trial's own: they see how its draws turned out. What those answers cost "
                + "beside a method that draws its own is in the column 'generations', so such a policy is not at the same cost as what it "
                + "is compared with.",
        ],
        [
            .. report.Families.Select(family => PolicyPlots.Curve(report, family.Name)).OfType<Plots.Plot>(),
            .. report.Families.Select(family => SavingPlots.Of(report, family)).OfType<Plots.Plot>(),
        ],
        [.. report.Families.Select(family => PolicyTable.Of(report, family)).Where(table => !table.Rows.IsEmpty), .. PolicyTable.Agreement(report)]);

    private static ReportSection? ByDifficulty(StudyReport report) => report.Families.IsEmpty ? null : new ReportSection(
        "difficulty", "By difficulty",
        [
            "Accuracy in each bin; equal difficulties are never parted, so bins may differ in size. Bin 1 is the easiest.",
            .. report.Binnings.Any(binning => binning.IsAbsolute)
                ? ["Thresholds are the study's own: a problem is in the first bin whose threshold its difficulty is not below, so one at a threshold is in the easier bin."]
                : ImmutableArray<string>.Empty,
        ],
        [.. report.Families.SelectMany(family => BinPlots.Of(report, family))],
        [.. report.Families.SelectMany(family => BinTable.Of(report, family))]);

    private static ReportSection? Comparisons(StudyReport report) => report.Comparisons.IsEmpty ? null : new ReportSection(
        "comparisons", "Methods against the baseline",
        [$"Differences to {report.Comparisons[0].Baseline.Method} at the same n, on the same problems and seeds, in points. p-values are of the sign-flip test, then corrected for {report.Comparisons.Length} comparisons (Holm). 'Visible' is the smallest difference that these problems show with a chance of 80 %: what is smaller needs more problems or seeds."],
        [],
        [ComparisonTable.Of(report.Comparisons)]);

    private static ReportSection? Bought(StudyReport report) => report.Exchanges.IsEmpty ? null : new ReportSection(
        "exchange", "More thinking or a larger model",
        ["The small model with the compute that training and running the larger one costs more, against the larger one's greedy "
            + "answer. R is tokens of inference for each token of training. Where the budget is beyond the study's largest n, the "
            + "small model has what it got there; where it is below the cost of n = 1, what it got at n = 1."],
        ExchangePlots.Of(report),
        [ExchangeTable.Of(report.Exchanges)]);

    private static ReportSection? Verifier(StudyReport report) => report.Calibration.IsEmpty && report.Chosen.IsEmpty ? null : new ReportSection(
        "verifier", "The verifier, and signs that it is fooled",
        ["Calibration: how often answers of a score are right; on the diagonal scores mean what they say. A search that finds "
            + "what its verifier likes shows scores that rise while accuracy does not, and chosen solutions that get short or repeat "
            + "themselves."],
        VerifierPlots.Of(report),
        SignTable.Of(report));

    private static ReportSection? Costs(StudyReport report) => report.Table.Runs.All(run => run.MeanCost.Flops <= 0) ? null : new ReportSection(
        "costs", "Where the compute goes", ["FLOPs of a trial, 2 for each parameter and token, by model."], [CostPlots.Split(report)], []);

    private static ReportSection? Notes(StudyReport report) =>
        report.Notes.IsEmpty ? null : new ReportSection("notes", "What this report does not say", report.Notes, [], []);
}
