using System.Text;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Datasets.Checking;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Datasets.Checking;

public sealed class DatasetCheckTests
{
    private const string Clean = """
        {"id":"a","problem":"What is 1 + 1?","answer":"2","subject":"sums","level":1}
        {"id":"b","problem":"What is 2 + 2?","answer":"4","subject":"sums","level":2}
        {"id":"c","problem":"What is 2 · 2?","answer":"4","subject":"products","level":1}
        """;

    [Fact]
    public void Counts_what_a_dataset_holds()
    {
        var findings = DatasetCheck.Of(File("test", Clean));

        Assert.Empty(findings.Faults);
        Assert.Empty(findings.Warnings);
        Assert.Equal([("products", 1), ("sums", 2)], findings.Subjects);
        Assert.Equal([(1, 2), (2, 1)], findings.Levels);
    }

    [Fact]
    public void Warns_of_a_problem_that_stands_twice_white_space_aside() => Golden.Match(
        Listing(DatasetCheck.Of(File("test", """
            {"id":"a","problem":"What is 1 + 1?","answer":"2"}

            {"id":"b","problem":" What is\n1 +  1? ","answer":"2"}
            {"id":"c","problem":"What is 1+1?","answer":"2"}
            {"id":"d","problem":"What is 1 + 1?","answer":"2"}
            """))));

    [Fact]
    public void Warns_of_a_problem_that_another_dataset_has_as_well()
    {
        var findings = DatasetCheck.Of(File("test", Clean), File("train", """
            {"id":"a","problem":"Is 7 prime?","answer":"1"}
            {"id":"b","problem":"What is  2 + 2?","answer":"4"}
            """));

        Golden.Match(Listing(findings));
    }

    [Fact]
    public void Finds_all_that_a_sweep_would_refuse_and_warns_all_the_same()
    {
        var findings = DatasetCheck.Of(File("test", """
            {"id":"a","problem":"p","answer":"2"}
            {"id":"a","problem":"p","answer":""}
            {"id":"b","problem":"","answer":"two"}
            nonsense
            """));

        Golden.Match(Listing(findings));
    }

    [Fact]
    public void Finds_what_is_wrong_with_the_other_dataset()
    {
        var fault = Assert.Single(DatasetCheck.Of(File("test", Clean), File("train", "3\n" + Clean)).Faults);

        Assert.StartsWith("train.jsonl:1:1: expected a JSON object", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_a_flood_of_warnings_whole_and_keeps_its_beginning()
    {
        var lines = string.Join('\n', Enumerable.Range(0, 3_000).Select(i => $$"""{"id":"{{i}}","problem":"p","answer":"2"}"""));

        var findings = DatasetCheck.Of(File("test", lines));

        Assert.Equal(2_999, findings.Repeated);
        Assert.Equal(1_000, findings.Warnings.Length);
    }

    private static DatasetFile File(string name, string text) =>
        new($"{name}.jsonl", Encoding.UTF8.GetBytes(text), DatasetDescriptor.Absent);

    private static string Listing(DatasetFindings findings) => string.Concat(
        [.. findings.Faults.Select(fault => $"{fault}\n"), .. findings.Warnings.Select(warning => $"warning: {warning}\n"),
            findings.Faults.IsEmpty ? DatasetFindingsText.Plain(findings) : ""]);
}
