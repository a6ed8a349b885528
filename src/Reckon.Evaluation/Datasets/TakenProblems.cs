using System.Collections.Immutable;
using System.Globalization;
using Reckon.Evaluation.Diagnostics;
using Reckon.Search;
using Reckon.Search.Text;

namespace Reckon.Evaluation.Datasets;

/// <summary>Takes of a file's problems those that a sweep is about, in the order that <see cref="DatasetSource"/> states.</summary>
internal static class TakenProblems
{
    private const int MostNamed = 10;

    /// <summary>The problems taken, and how many were excluded; what names nothing, or leaves nothing, goes to <paramref name="log"/>.</summary>
    public static (ImmutableArray<Problem> Problems, int Excluded) Of(
        ImmutableArray<Problem> all, DatasetSource source, DiagnosticLog log)
    {
        var (only, without) = (Composed(source.Ids), Composed(source.Exclude));
        ReportStrangers("dataset.ids", only, all, log);
        ReportStrangers("dataset.exclude", without, all, log);
        ReportUnknown(source.Where, all, log);
        if (!log.IsClean)
        {
            return ([], 0);
        }

        var named = source.Ids is null ? all : [.. all.Where(problem => only.Contains(IdOf(problem)))];
        ImmutableArray<Problem> passing = [.. named.Where(problem => Passes(problem, source.Where))];
        var sampled = Sampled(passing, source.Sample);
        ImmutableArray<Problem> first = [.. sampled.Take(source.Limit ?? int.MaxValue)];
        ImmutableArray<Problem> kept = [.. first.Where(problem => !without.Contains(IdOf(problem)))];
        if (passing.IsEmpty)
        {
            log.Add(0, 0, "", $"dataset.where leaves none of {named.Length} problems{(source.Ids is null ? "" : " that dataset.ids names")}",
                "None of them has such a subject and such a level together: name more of either");
        }
        else if (source.Sample is { } sample && sample.Count > passing.Length)
        {
            log.Add(0, 0, "", $"dataset.sample asks for {sample.Count} of {passing.Length} problems",
                $"Lower dataset.sample.count to {passing.Length} or less, or take dataset.sample out to take them all");
        }
        else if (kept.IsEmpty)
        {
            log.Add(0, 0, "", $"dataset.exclude leaves none of {first.Length} problems", "Take ids out of it, or raise dataset.limit");
        }

        return (kept, first.Length - kept.Length);
    }

    private static ImmutableArray<Problem> Sampled(ImmutableArray<Problem> problems, ProblemSample? sample)
    {
        if (sample is null)
        {
            return problems;
        }

        var drawn = sample.Of(problems.Select(problem => problem.Id));
        return [.. problems.Where(problem => drawn.Contains(problem.Id))];
    }

    private static bool Passes(Problem problem, ProblemFilter? filter) =>
        (filter?.Subjects is not { } subjects || subjects.Select(CanonicalText.Compose).Contains(CanonicalText.Compose(problem.Subject)))
        && (filter?.Levels is not { } levels || levels.Contains(problem.Level));

    private static void ReportStrangers(string key, HashSet<string> ids, ImmutableArray<Problem> all, DiagnosticLog log)
    {
        List<string> known = [.. all.Select(IdOf)];
        foreach (var stranger in ids.Except(known).Order(StringComparer.Ordinal))
        {
            log.Add(0, 0, "", $"{key} names {Quoted.Of(stranger)}, and no problem has this id",
                Spelling.Nearest(stranger, known) is { } nearest ? $"Did you mean {Quoted.Of(nearest)}?" : "Correct it, or take it out");
        }
    }

    private static void ReportUnknown(ProblemFilter? filter, ImmutableArray<Problem> all, DiagnosticLog log)
    {
        List<string> subjects = [.. all.Select(problem => CanonicalText.Compose(problem.Subject)).Distinct().Order(StringComparer.Ordinal)];
        foreach (var subject in (filter?.Subjects ?? []).Where(subject => !subjects.Contains(CanonicalText.Compose(subject))))
        {
            log.Add(0, 0, "", $"dataset.where names the subject {Quoted.Of(subject)}, and no problem has it",
                Spelling.Nearest(subject, subjects) is { } nearest
                    ? $"Did you mean {Quoted.Of(nearest)}?"
                    : Remedy("subject", [.. subjects.Where(known => known.Length > 0).Select(Quoted.Of)]));
        }

        List<int> levels = [.. all.Select(problem => problem.Level).Distinct().Order()];
        foreach (var level in (filter?.Levels ?? []).Except(levels))
        {
            log.Add(0, 0, "", string.Create(CultureInfo.InvariantCulture, $"dataset.where names level {level}, and no problem has it"),
                Remedy("level", [.. levels.Where(known => known > 0).Select(known => known.ToString(CultureInfo.InvariantCulture))]));
        }
    }

    private static string Remedy(string what, List<string> known) => known.Count == 0
        ? $"No problem has a {what}: take it out of dataset.where, or name the field that holds it in the descriptor"
        : $"Use one of {string.Join(", ", known.Take(MostNamed))}{(known.Count > MostNamed ? ", …" : "")}";

    // Two spellings of one id look alike, and nobody means two problems by them.
    private static string IdOf(Problem problem) => CanonicalText.Compose(problem.Id);

    private static HashSet<string> Composed(IReadOnlyList<string>? ids) =>
        (ids ?? []).Select(CanonicalText.Compose).ToHashSet(StringComparer.Ordinal);
}
