using System.Globalization;
using Reckon.Search.Selecting;
using Reckon.Search.Verification;

namespace Reckon.Evaluation.Tests.Conformance;

/// <summary>
/// Choices among completions that other programs recorded, beside what those programs chose. What differs is explained in
/// docs/conformance.md, class by class.
/// </summary>
public sealed class RecordedPredictionTests
{
    private const double LeastAgreement = 0.99;
    private const int MostUnexplained = 2; // Told one by one in the document.

    [Theory]
    [InlineData("pred_naive@", SelectionRule.Best)]
    [InlineData("pred_weighted@", SelectionRule.Weighted)]
    [InlineData("pred_maj@", SelectionRule.Majority)]
    public void Chooses_what_another_program_predicted(string prefix, SelectionRule rule)
    {
        var tally = new Dictionary<Difference, List<string>>();
        foreach (var row in RecordedRow.All("mert_beam_prm.jsonl"))
        {
            foreach (var (name, value) in row.Predictions.Where(prediction => prediction.Rule.StartsWith(prefix, StringComparison.Ordinal)))
            {
                var count = int.Parse(name[prefix.Length..], CultureInfo.InvariantCulture);
                if (row.Samples.Take(count).All(sample => sample.Solution is not null)) // Of others, what was voted on was not kept.
                {
                    var vote = new RecordedVote(row, count, rule, Aggregation.Last);
                    Note(tally, vote.DifferenceFrom(value), $"{row.ProblemId}, first {count}: theirs {value}, ours {vote}");
                }
            }
        }

        AssertAgreement(tally);
    }

    [Theory]
    [InlineData("majority_vote", SelectionRule.Majority, Aggregation.Last)]
    [InlineData("prm_min_max", SelectionRule.Best, Aggregation.Min)]
    [InlineData("prm_min_vote", SelectionRule.Weighted, Aggregation.Min)]
    [InlineData("prm_last_max", SelectionRule.Best, Aggregation.Last)]
    [InlineData("prm_last_vote", SelectionRule.Weighted, Aggregation.Last)]
    public void Is_right_where_another_program_was(string name, SelectionRule rule, Aggregation aggregation)
    {
        var tally = new Dictionary<Difference, List<string>>();
        foreach (var row in RecordedRow.All("openr_fork_math500_qwen_prm.jsonl"))
        {
            var vote = new RecordedVote(row, row.Samples.Length, rule, aggregation);
            var wasRight = row.Predictions.Single(prediction => prediction.Rule == name).Value == "1";
            Note(tally, vote.DifferenceFrom(wasRight), $"{row.ProblemId}, {row.Reference}: theirs {wasRight}, ours {vote}");
        }

        AssertAgreement(tally);
    }

    private static void Note(Dictionary<Difference, List<string>> tally, Difference difference, string vote)
    {
        if (!tally.TryGetValue(difference, out var votes))
        {
            tally[difference] = votes = [];
        }

        votes.Add(vote);
    }

    private static void AssertAgreement(Dictionary<Difference, List<string>> tally)
    {
        var all = tally.Values.Sum(votes => votes.Count);
        var agreement = (Count(tally, Difference.None) + Count(tally, Difference.Print)) / (double)all;
        var report = string.Create(CultureInfo.InvariantCulture, $"{agreement:P2} of {all}")
            + string.Concat(tally.Where(entry => entry.Key != Difference.None)
                .Select(entry => $"\n{entry.Key}, {entry.Value.Count}:\n{string.Join('\n', entry.Value)}"));
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        Assert.True(agreement >= LeastAgreement && Count(tally, Difference.Other) <= MostUnexplained, report);
    }

    private static int Count(Dictionary<Difference, List<string>> tally, Difference difference) =>
        tally.GetValueOrDefault(difference, []).Count;
}
