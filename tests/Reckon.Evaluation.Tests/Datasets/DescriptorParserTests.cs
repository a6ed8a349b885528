using System.Text;
using CsCheck;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;
using Reckon.Grading;
using Reckon.Grading.Extraction;
using Reckon.Grading.Formats;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Datasets;

public sealed class DescriptorParserTests
{
    private const string Right = """
        {
          "name": "abacus", "version": "1", "license": "MIT",
          "fields": { "id": null, "problem": "question", "subject": "topic" },
          "answer": { "reference": "boxed", "extraction": ["####", "boxed"], "kind": "text" }
        }
        """;

    private static readonly string[] _wrong =
    [
        """{"answer":{"extraction":"guess"}}""",
        """{"answer":{"extraction":["boxd","####"]}}""",
        """{"answer":{"extraction":["####","####"]}}""",
        """{"answer":{"extraction":[]}}""",
        """{"answer":{"extraction":[1]}}""",
        """{"answer":{"reference":"behind-the-sofa"}}""",
        """{"answer":{"kind":"intger"}}""",
        """{"answer":{"knid":"text"}}""",
        """{"answer":"####"}""",
        """{"answer":{"policy":{"listsAreOrdered":true}}}""",
        """{"answer":{"kind":"mathematics","policy":{"listsAreOrderd":true,"unitMayBeMissing":"no","roundedFromDigits":0}}}""",
        """{"fields":{"problem":null,"answer":7,"id":"","colour":"c"}}""",
        """{"fields":["id"]}""",
        """{"feilds":{},"license":"MIT"}""",
        """{"name":1}""",
        "{\n  \"name\": 1,\n  \"answer\": {\n    \"kind\": 2,\n    \"\\u001b[2J\": 3\n  }\n}",
        """{"answer":{"\ud800":"x"}}""",
        "[]",
        "{",
    ];

    [Fact]
    public void Reads_a_descriptor_and_leaves_alone_what_it_does_not_need()
    {
        const string text = """{"name":"abacus","version":"1","license":{"spdx":"MIT"},"answer":{"extraction":"####","kind":"text"}}""";

        Assert.Equal(
            new Validated<DatasetDescriptor>.Valid(
                new DatasetDescriptor("abacus", new AnswerFormat("####", AnswerKind.Text), RowFormat.Default)),
            Parse(text));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"answer":null}""")]
    public void Says_nothing_of_what_is_not_there(string text) =>
        Assert.Equal(new Validated<DatasetDescriptor>.Valid(DatasetDescriptor.Absent), Parse(text));

    [Fact]
    public void Reads_which_field_holds_what_and_the_rules_in_their_order()
    {
        const string text = """
            {
              "fields": { "id": null, "problem": "question", "solution": null, "level": "difficulty" },
              "answer": { "reference": "####", "extraction": ["boxed", "last-number"] }
            }
            """;

        Assert.Equal(
            new Validated<DatasetDescriptor>.Valid(new DatasetDescriptor(
                null,
                new AnswerFormat(new ExtractionRules(["boxed", "last-number"]), AnswerKind.WholeNumber),
                new RowFormat(new DatasetFields(Id: null, Problem: "question", Solution: null, Level: "difficulty"), "####"))),
            Parse(text));
    }

    [Fact]
    public void Reads_what_counts_as_the_same_answer()
    {
        const string text = """
            { "answer": { "extraction": "boxed", "kind": "mathematics", "policy": { "listsAreOrdered": true, "unitMayBeMissing": false, "roundedFromDigits": 4 } } }
            """;

        var read = Assert.IsType<Validated<DatasetDescriptor>.Valid>(Parse(text));

        var expected = AnswerPolicy.Default with { ListsAreOrdered = true, UnitMayBeMissing = false, RoundedFromDigits = 4 };
        Assert.Equal(new AnswerFormat(AnswerExtractors.Boxed, AnswerKind.Mathematics) { Policy = expected }, read.Value.Answers);
        Assert.False(Graders.For(read.Value.Answers!, "1,-2").Grade(ExtractedAnswer.Given("-2,1")).IsCorrect);
        Assert.True(Graders.For(new AnswerFormat(AnswerExtractors.Boxed, AnswerKind.Mathematics), "1,-2")
            .Grade(ExtractedAnswer.Given("-2,1")).IsCorrect);
    }

    [Fact]
    public void Says_what_is_wrong_where_and_what_to_do() =>
        Golden.Match(string.Concat(_wrong.Select(text => $"{text}\n{Faults(text)}\n")));

    [Fact]
    public void Never_throws_and_never_gives_rules_that_there_are_not() =>
        Gen.Select(Gen.Int[0, Right.Length - 1], Gen.Int[0, 12],
            Gen.OneOf("", "null", "[", "]", "{", "\"", "\"boxed\"", ",", ":", "7", "\n", "\\ud800")).List[1, 5].Sample(
            edits =>
            {
                var text = edits.Aggregate(Right, (text, edit) =>
                {
                    var start = Math.Min(edit.Item1, text.Length);
                    return text.Remove(start, Math.Min(edit.Item2, text.Length - start)).Insert(start, edit.Item3);
                });
                if (Parse(text) is Validated<DatasetDescriptor>.Valid { Value.Answers: { } answers })
                {
                    Graders.For(answers, "1");
                }
            },
            iter: 20_000);

    private static Validated<DatasetDescriptor> Parse(string text) => DescriptorParser.Parse(Encoding.UTF8.GetBytes(text), "d.json");

    private static string Faults(string text) => string.Concat(
        Assert.IsType<Validated<DatasetDescriptor>.Invalid>(Parse(text)).Diagnostics.Select(diagnostic => $"{diagnostic}\n"));
}
