using System.Collections.Immutable;
using Reckon.Grading;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Tests.Conformance;

/// <summary>A choice among recorded completions by this project's grader, aggregations and rules.</summary>
internal sealed class RecordedVote
{
    // The other programs take the last number where nothing is marked as an answer.
    private static readonly AnswerFormat _format = new(
        new ExtractionRules([AnswerExtractors.Boxed, AnswerExtractors.FinalAnswer, AnswerExtractors.LastNumber]), AnswerKind.Mathematics);

    private readonly IGrader _grader;
    private readonly ImmutableArray<ExtractedAnswer> _answers;
    private readonly ImmutableArray<double> _scores;
    private readonly SelectionRule _rule;

    /// <summary>The vote of the first <paramref name="count"/> completions, of which each was kept.</summary>
    public RecordedVote(RecordedRow row, int count, SelectionRule rule, Aggregation aggregation)
    {
        _grader = Graders.For(_format, row.Reference);
        _answers = [.. row.Samples.Take(count).Select(sample => _grader.Extract(sample.Solution!))];
        _scores = [.. row.Samples.Take(count).Select(sample => aggregation.Of(sample.Scores))];
        _rule = rule;
        Chosen = Choose(_grader.GroupKeys(_answers));
    }

    // The chosen answer; null where there is none.
    private ExtractedAnswer? Chosen { get; }

    /// <summary>How the choice differs from the answer that another program printed, in a box.</summary>
    public Difference DifferenceFrom(string prediction)
    {
        var theirs = _grader.Extract(prediction).Text;
        return AreOne(Chosen?.Text, theirs) ? Difference.None
            : theirs is null ? Difference.Missing
            : IsPrintOfChosen(theirs) ? Difference.Print
            : !_answers.Any(answer => AreOne(answer.Text, theirs)) ? Difference.Reading
            : AreOne(Choose([.. _answers.Select(answer => answer.Text)])?.Text, theirs) ? Difference.Grouping
            : _rule == SelectionRule.Best && AreOne(FirstOfHighest.Text, theirs) ? Difference.Tie
            : Difference.Other;
    }

    /// <summary>How the choice differs from one of which only is known whether it was right.</summary>
    public Difference DifferenceFrom(bool wasRight) =>
        IsRight == wasRight ? Difference.None
        : _rule == SelectionRule.Best && FirstOfHighest != Chosen && _grader.Grade(FirstOfHighest).IsCorrect == wasRight ? Difference.Tie
        : Difference.Other;

    // Among completions with the highest score, the one that was drawn first.
    private ExtractedAnswer FirstOfHighest => _answers[_scores.IndexOf(_scores.Max())];

    private bool IsRight => Chosen is { } chosen && _grader.Grade(chosen).IsCorrect;

    // The other program prints answers without white space, and takes letters for units: x + a becomes x+. Digits and signs are left, and
    // tell which answer it was, if only one has them.
    private bool IsPrintOfChosen(string theirs)
    {
        var skeleton = Skeleton(theirs);
        return !_answers.Any(answer => AreOne(answer.Text, theirs))
            && Chosen?.Text is { } ours && Skeleton(ours) == skeleton
            && _answers.All(answer => answer.Text is null || Skeleton(answer.Text) != skeleton || AreOne(answer.Text, ours));
    }

    private static string Skeleton(string answer) =>
        string.Concat(answer.Where(c => char.IsDigit(c) || "+-*/=<>".Contains(c, StringComparison.Ordinal)));

    /// <summary>The chosen answer, all answers and their scores, for messages.</summary>
    public override string ToString() =>
        $"{Chosen?.Text} of " + string.Join("; ", _answers.Zip(_scores, (answer, score) => $"{answer.Text} {score:0.0000}"));

    private ExtractedAnswer? Choose(IReadOnlyList<string?> groups) =>
        Selection.Choose(_rule, [.. groups.Zip(_scores, (group, score) => new Candidate(group, score))]) is { } place
            ? _answers[place]
            : null;

    private bool AreOne(string? one, string? other) => one == other || (one is not null && other is not null && AreEqual(one, other));

    private bool AreEqual(string one, string other) =>
        _grader.GroupKeys([Boxed(one), Boxed(other)]) is [var first, var second] && first == second;

    private ExtractedAnswer Boxed(string answer) => _grader.Extract($"\\boxed{{{answer}}}");
}
