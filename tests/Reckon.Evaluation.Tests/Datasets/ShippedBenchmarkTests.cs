using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Datasets;

public sealed class ShippedBenchmarkTests
{
    private static readonly Dataset _test = Load("test.jsonl");
    private static readonly Dataset _train = Load("train.jsonl");

    [Fact]
    public void Has_500_test_problems_of_four_subjects_and_five_levels_25_each()
    {
        Assert.Equal(500, _test.Problems.Length);
        var cells = _test.Problems.CountBy(problem => (problem.Subject, problem.Level)).ToList();
        Assert.Equal(20, cells.Count);
        Assert.All(cells, cell => Assert.Equal(25, cell.Value));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void A_limit_takes_as_many_of_each_subject_and_level(int limit)
    {
        var cells = _test.Problems.Take(limit).CountBy(problem => (problem.Subject, problem.Level));

        Assert.All(cells, cell => Assert.Equal(limit / 20, cell.Value));
    }

    [Fact]
    public void No_problem_is_in_both_splits_and_none_is_twice_in_one()
    {
        var test = _test.Problems.Select(problem => problem.Question).ToList();
        var train = _train.Problems.Select(problem => problem.Question).ToList();

        Assert.Empty(test.Intersect(train, StringComparer.Ordinal));
        Assert.Equal(test.Count, test.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(train.Count, train.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Every_reference_answer_is_graded_as_itself() => Assert.All(
        _test.Problems,
        problem => Assert.True(Graders.For(_test.Answers, problem.Reference)
            .Grade(ExtractedAnswer.Given(problem.Reference)).IsCorrect, problem.Id));

    private static Dataset Load(string file) =>
        DatasetLoader.Load(new DatasetSource(RepositoryRoot.PathTo("datasets", "abacus", file))) switch
        {
            Validated<Dataset>.Valid(var dataset) => dataset,
            Validated<Dataset>.Invalid(var faults) => throw new InvalidDataException(string.Join('\n', faults)),
            _ => throw new InvalidOperationException("A result is valid or invalid."),
        };
}
