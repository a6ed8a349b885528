using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Datasets.Checking;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Datasets;

/// <summary>Public benchmarks, as they are downloaded, by the descriptors that ship.</summary>
public sealed class PublicBenchmarkTests
{
    [Theory]
    [InlineData("math", "math/math500_test.jsonl", 500, "test/precalculus/807.json", 2)]
    [InlineData("math", "math/math_test5000.jsonl", 5000, "test/algebra/1.json", 3)]
    [InlineData("gsm8k", "gsm8k/gsm8k_test.jsonl", 1319, "gsm8k-test-0001", 0)]
    [InlineData("aime", "contest/aime24.jsonl", 30, "aime24-0001", 0)]
    [InlineData("aime", "contest/aime25.jsonl", 30, "aime25-0001", 0)]
    [InlineData("amc", "contest/amc23.jsonl", 40, "0", 0)]
    public void Is_taken_as_it_is(string descriptor, string file, int problems, string firstId, int firstLevel)
    {
        var dataset = Load(descriptor, file);

        Assert.Equal(
            (problems, firstId, firstLevel, descriptor),
            (dataset.Problems.Length, dataset.Problems[0].Id, dataset.Problems[0].Level, dataset.Name));
        Assert.Equal(problems, dataset.Problems.Select(problem => problem.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("math", "math/math500_test.jsonl")]
    [InlineData("math", "math/math_test5000.jsonl")]
    [InlineData("gsm8k", "gsm8k/gsm8k_test.jsonl")]
    [InlineData("aime", "contest/aime24.jsonl")]
    [InlineData("aime", "contest/aime25.jsonl")]
    [InlineData("amc", "contest/amc23.jsonl")]
    public void Grades_every_reference_as_itself(string descriptor, string file)
    {
        var dataset = Load(descriptor, file);

        Assert.All(
            dataset.Problems,
            problem => Assert.True(Graders.For(dataset.Answers, problem.Reference)
                .Grade(ExtractedAnswer.Given(problem.Reference)).IsCorrect, problem.Id));
    }

    [Fact]
    public void The_box_of_a_solution_of_MATH_holds_its_answer_but_where_it_gives_two()
    {
        var extractor = new RulesInOrder(AnswerExtractors.Boxed);
        var problems = Load("math", "math/math_test5000.jsonl").Problems;
        var solutions = Solutions("math", "math/math_test5000.jsonl");

        var differing = problems.Zip(solutions, (problem, solution) => (problem.Reference, Box: extractor.Find(new Completion(solution))))
            .Where(pair => pair.Box.Text != pair.Reference.Trim())
            .ToList();

        Assert.Equal(10, differing.Count);
        Assert.All(differing, pair =>
            Assert.Equal((ExtractionStatus.Several, pair.Reference.Trim()), (pair.Box.Status, pair.Box.Parts[^1])));
    }

    [Fact]
    public void Every_problem_of_MATH_500_is_one_of_MATH()
    {
        var findings = DatasetCheck.Of(Open("math", "math/math500_test.jsonl"), Open("math", "math/math_test5000.jsonl"));

        Assert.Equal((0, 0, 500), (findings.Faults.Length, findings.Repeated, findings.Shared));
    }

    // As a dataset of texts whose answers are the solutions.
    private static IEnumerable<string> Solutions(string descriptor, string file)
    {
        var texts = new DatasetDescriptor(
            null, new AnswerFormat(AnswerExtractors.Boxed, AnswerKind.Text),
            new RowFormat(new DatasetFields(Id: null, Answer: "solution")));
        var parsed = DatasetParser.Parse(Open(descriptor, file) with { Descriptor = texts }, new DatasetSource(""));
        return Assert.IsType<Validated<Dataset>.Valid>(parsed).Value.Problems.Select(problem => problem.Reference);
    }

    private static DatasetFile Open(string descriptor, string file) =>
        Assert.IsType<Validated<DatasetFile>.Valid>(
            DatasetLoader.Open(new DatasetSource(SharedData.PathTo(file.Split('/')), Descriptor: descriptor))).Value;

    private static Dataset Load(string descriptor, string file) =>
        Assert.IsType<Validated<Dataset>.Valid>(DatasetParser.Parse(Open(descriptor, file), new DatasetSource(""))).Value;
}
