using System.Text;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading.Formats;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Datasets;

public sealed class DatasetParserTests
{
    private const string Lines = """
        {"id":"a","problem":"1+1?","answer":"2","solution":"1+1=2\n#### 2","subject":"sums","level":1}

        {"id":"b","problem":"2+2?","answer":"4","extra":[1]}
        {"id":"c","problem":"ü?","answer":"-6","level":3}

        """;

    [Fact]
    public void Keeps_the_order_of_the_file()
    {
        var dataset = Parse(Lines);

        Assert.Equal(
            [new("a", "1+1?", "2", "sums", 1), new("b", "2+2?", "4", "", 0), new("c", "ü?", "-6", "", 3)],
            dataset.Problems);
    }

    [Fact]
    public void Takes_the_first_problems_up_to_the_limit() =>
        Assert.Equal(["a", "b"], Parse(Lines, limit: 2).Problems.Select(problem => problem.Id));

    [Fact]
    public void The_hash_is_that_of_the_whole_file_whatever_the_limit()
    {
        // printf '{"id":"a","problem":"p","answer":"1"}' | sha256sum
        const string line = """{"id":"a","problem":"p","answer":"1"}""";

        Assert.Equal("1f3d3569a42fd4af5edcf5e838b06b3c8ffff9efff52a012481650771af4fe23", Parse(line).Sha256);
        Assert.Equal(Parse(Lines).Sha256, Parse(Lines, limit: 1).Sha256);
    }

    [Fact]
    public void Is_named_by_its_file_where_nothing_describes_it_and_says_what_it_assumes()
    {
        var dataset = Parse(Lines);

        Assert.Equal("test", dataset.Name);
        Assert.Equal(AnswerFormat.Default, dataset.Answers);
        Assert.Contains("whole numbers after the last '####'", Assert.Single(dataset.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_what_its_descriptor_says()
    {
        var descriptor = new DatasetDescriptor("words", new AnswerFormat("####", AnswerKind.Text), RowFormat.Default);

        var dataset = Parse("""{"id":"a","problem":"p","answer":"yes"}""", descriptor: descriptor);

        Assert.Equal(("words", descriptor.Answers, 0), (dataset.Name, dataset.Answers, dataset.Notes.Length));
    }

    [Fact]
    public void Takes_numbers_as_ids_and_answers_and_levels_as_they_are_written()
    {
        const string text = """
            {"id":0,"problem":"p","answer":27.0,"level":"Level 5"}
            {"id":1,"problem":"p","answer":-1,"level":"3"}
            {"id":2,"problem":"p","answer":100,"level":"Level ?"}
            {"id":3,"problem":"p","answer":0.0,"level":null}
            {"id":"test/algebra/4.json","problem":"p","answer":"1,000","level":2}
            """;

        Assert.Equal(
            [("0", "27", 5), ("1", "-1", 3), ("2", "100", 0), ("3", "0", 0), ("test/algebra/4.json", "1,000", 2)],
            Parse(text).Problems.Select(problem => (problem.Id, problem.Reference, problem.Level)));
    }

    [Fact]
    public void Makes_ids_of_the_file_and_the_line_where_no_field_holds_them()
    {
        var descriptor = DatasetDescriptor.Absent with { Rows = new RowFormat(new DatasetFields(Id: null)) };
        const string text = """
            {"problem":"p","answer":"1"}

            {"problem":"q","answer":"2","id":"x"}
            """;

        Assert.Equal(["test-0001", "test-0003"], Parse(text, descriptor: descriptor).Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void Cuts_the_reference_out_of_a_solution_where_the_descriptor_says_how()
    {
        var descriptor = DatasetDescriptor.Absent with { Rows = new RowFormat(new DatasetFields(Answer: "solution"), "boxed") };

        Assert.Equal("8", Assert.Single(Parse("""{"id":"a","problem":"p","solution":"so \\boxed{8}"}""", descriptor: descriptor).Problems).Reference);
        Assert.Equal(
            "data/test.jsonl:1:1: solution: there is no answer in 'so 8' by the rule 'boxed'. "
            + "Correct it, or name the rule that finds it as \"answer\": {\"reference\": …} in the descriptor.\n",
            Faults(Encoding.UTF8.GetBytes("""{"id":"a","problem":"p","solution":"so 8"}"""), descriptor));
    }

    [Fact]
    public void Reports_every_line_that_is_wrong()
    {
        string[] lines =
        [
            """{"id":"a","problem":"p","answer":"1"}""",
            """{"id":"a","problem":"p","answer":"1"}""",
            """{"id":"","problem":"p"}""",
            """{"id":true,"problem":"p","answer":null,"level":-1,"subject":3,"solution":[]}""",
            """{"id":"b","problem":"p","answer":"1","level":1.5}""",
            """{"id":"c","problem":"p","answer":"one"}""",
            """{"id":"d","id":"e","problem":"p","answer":"1"}""",
            """{"id":"f" "problem":"p","answer":"1"}""",
            "[1]",
            """{"id":"g\u0000","problem":"\ud800","answer":"1"}""",
        ];

        Golden.Match(Faults(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n\t\n")]
    public void Refuses_a_file_without_problems(string text) =>
        Assert.Equal("data/test.jsonl: the dataset holds no problem. Write one JSON object per line, with id, problem and answer.\n",
            Faults(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Does_not_call_a_file_empty_whose_lines_are_all_wrong() =>
        Assert.Equal("data/test.jsonl:1:1: expected a JSON object, found a list. Write {\"…\": …}.\n", Faults("[]"u8.ToArray()));

    [Fact]
    public void Names_the_place_of_the_first_byte_that_is_not_utf8() =>
        Assert.StartsWith("data/test.jsonl:2:3: the file is not UTF-8 here", Faults([.. "{}\nab"u8, 0x80]), StringComparison.Ordinal);

    private static Dataset Parse(string text, int? limit = null, DatasetDescriptor? descriptor = null) =>
        Assert.IsType<Validated<Dataset>.Valid>(
            DatasetParser.Parse(new DatasetFile("data/test.jsonl", Encoding.UTF8.GetBytes(text), descriptor ?? DatasetDescriptor.Absent),
                limit)).Value;

    private static string Faults(byte[] bytes, DatasetDescriptor? descriptor = null) => string.Concat(
        Assert.IsType<Validated<Dataset>.Invalid>(
            DatasetParser.Parse(new DatasetFile("data/test.jsonl", bytes, descriptor ?? DatasetDescriptor.Absent), null))
            .Diagnostics.Select(diagnostic => $"{diagnostic}\n"));
}
