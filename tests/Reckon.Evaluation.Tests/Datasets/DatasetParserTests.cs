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
    public void Leaves_out_the_problems_that_are_excluded_and_counts_them()
    {
        var dataset = Valid(DatasetParser.Parse(File(Encoding.UTF8.GetBytes(Lines), DatasetDescriptor.Absent), new DatasetSource("", 2) { Exclude = ["b", "c"] }));

        Assert.Equal(["a"], dataset.Problems.Select(problem => problem.Id));
        Assert.Equal(1, dataset.Excluded); // The third is beyond the limit anyway.
    }

    [Theory]
    [InlineData("x", "dataset.exclude names 'x', and no problem has this id. Correct it, or take it out.")]
    [InlineData("problem-1", "dataset.exclude names 'problem-1', and no problem has this id. Did you mean 'problem-11'?")]
    public void Refuses_to_leave_out_what_is_not_there(string id, string message)
    {
        var file = File("""{"id":"problem-11","problem":"p","answer":"1"}"""u8.ToArray(), DatasetDescriptor.Absent);

        Assert.Contains(message, FaultsOf(DatasetParser.Parse(file, new DatasetSource("") { Exclude = [id] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_leave_out_everything()
    {
        var file = File("""{"id":"a","problem":"p","answer":"1"}"""u8.ToArray(), DatasetDescriptor.Absent);

        Assert.Contains("leaves none of 1 problems", FaultsOf(DatasetParser.Parse(file, new DatasetSource("") { Exclude = ["a"] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_spellings_of_one_id_are_one_id()
    {
        const string text = "{\"id\":\"caf\u00E9\",\"problem\":\"p\",\"answer\":\"1\"}\n{\"id\":\"cafe\u0301\",\"problem\":\"q\",\"answer\":\"1\"}";

        Assert.Contains("first used in line 1", Faults(Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);
        var one = File(Encoding.UTF8.GetBytes(text.Split('\n')[0] + "\n" + """{"id":"b","problem":"q","answer":"1"}"""), DatasetDescriptor.Absent);
        Assert.Equal(["b"], Valid(DatasetParser.Parse(one, new DatasetSource("") { Exclude = ["cafe\u0301"] })).Problems.Select(problem => problem.Id));
    }

    [Fact]
    public void Takes_fields_from_inside_objects_and_fields_with_dots_in_their_names()
    {
        var descriptor = DatasetDescriptor.Absent with
        {
            Rows = new RowFormat(new DatasetFields(Answer: "meta.final", Problem: "task.text", Level: "meta.level")),
        };
        const string text = """
            {"id":"a","task":{"text":"1+1?"},"meta":{"final":"2","level":3}}
            {"id":"b","task.text":"2+2?","meta":{"final":4}}
            """;

        Assert.Equal(
            [("1+1?", "2", 3), ("2+2?", "4", 0)],
            Parse(text, descriptor: descriptor).Problems.Select(problem => (problem.Question, problem.Reference, problem.Level)));
        Assert.Equal(
            "data/test.jsonl:1:1: meta.final: the field is missing. Add \"meta.final\".\n",
            Faults("""{"id":"a","task":{"text":"p"},"meta":{"last":"2"}}"""u8.ToArray(), descriptor));
    }

    [Theory]
    [InlineData("""[{"id":"a","problem":"p","answer":"1"}]""", "one JSON list", "jq -c '.[]'")]
    [InlineData("[\n  {\"id\":\"a\"},\n  {\"id\":\"b\"}\n]", "one JSON list", "jq -c '.[]'")]
    [InlineData("{\n  \"id\": \"a\"\n}", "goes over several lines", "jq -c .")]
    [InlineData("id,problem,answer\na,p,1\nb,q,2\n", "looks like a table", "csv.DictReader")]
    [InlineData("\"id\"\t\"problem\"\na\tp", "looks like a table", "csv.DictReader")]
    [InlineData("PAR1\u0015", "a Parquet file", "Unpack")]
    public void A_file_of_another_format_is_one_fault_that_says_how_to_convert_it(string text, string message, string remedy)
    {
        var faults = Faults(Encoding.UTF8.GetBytes(text));

        Assert.Equal(1, faults.Count(c => c == '\n'));
        Assert.Contains("expected JSONL", faults, StringComparison.Ordinal);
        Assert.Contains(message, faults, StringComparison.Ordinal);
        Assert.Contains(remedy, faults, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"3.5\"", "\"kind\": \"mathematics\"")]
    [InlineData("3.5", "\"kind\": \"mathematics\"")]
    [InlineData("\"\\\\frac{1}{2}\"", "\"kind\": \"mathematics\"")]
    [InlineData("\"red\"", "\"kind\": \"text\"")]
    [InlineData("null", "Fill it in")]
    [InlineData("[1]", "instead of a list")]
    [InlineData("{}", "name a field inside it")]
    [InlineData("true", "Write it in quotes")]
    public void The_remedy_fits_what_stands_in_place_of_the_answer(string answer, string remedy) => Assert.Contains(
        remedy, Faults(Encoding.UTF8.GetBytes($"{{\"id\":\"a\",\"problem\":\"p\",\"answer\":{answer}}}")), StringComparison.Ordinal);

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
        Assert.Equal("data/test.jsonl:1:1: expected a JSON object, found '3'. Write {\"…\": …}.\n", Faults("3"u8.ToArray()));

    [Fact]
    public void Names_the_place_of_the_first_byte_that_is_not_utf8() =>
        Assert.StartsWith("data/test.jsonl:2:3: the file is not UTF-8 here", Faults([.. "{}\nab"u8, 0x80]), StringComparison.Ordinal);

    private static DatasetFile File(byte[] bytes, DatasetDescriptor? descriptor) => new("data/test.jsonl", bytes, descriptor ?? DatasetDescriptor.Absent);

    private static Dataset Parse(string text, int? limit = null, DatasetDescriptor? descriptor = null) =>
        Valid(DatasetParser.Parse(File(Encoding.UTF8.GetBytes(text), descriptor), new DatasetSource("", limit)));

    private static Dataset Valid(Validated<Dataset> result) => Assert.IsType<Validated<Dataset>.Valid>(result).Value;

    private static string Faults(byte[] bytes, DatasetDescriptor? descriptor = null) => FaultsOf(DatasetParser.Parse(File(bytes, descriptor), new DatasetSource("")));

    private static string FaultsOf(Validated<Dataset> result) =>
        string.Concat(Assert.IsType<Validated<Dataset>.Invalid>(result).Diagnostics.Select(diagnostic => $"{diagnostic}\n"));
}
