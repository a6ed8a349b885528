using System.Text;

namespace Reckon.Evaluation.Tests.Datasets;

public sealed class DescriptorParserTests
{
    [Fact]
    public void Reads_a_descriptor_and_leaves_alone_what_it_does_not_need()
    {
        const string text = """{"name":"abacus","version":"1","license":{"spdx":"MIT"},"answer":{"extraction":"####","kind":"text","note":"x"}}""";

        Assert.Equal(
            new Validated<DatasetDescriptor>.Valid(new DatasetDescriptor("abacus", "1", new AnswerFormat("####", AnswerKind.Text))),
            Parse(text));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"answer":null}""")]
    public void Says_nothing_of_what_is_not_there(string text) =>
        Assert.Equal(new Validated<DatasetDescriptor>.Valid(DatasetDescriptor.Absent), Parse(text));

    [Theory]
    [InlineData("""{"answer":{"extraction":"boxed"}}""", "d.json:1:1: answer.extraction: the extraction 'boxed' is unknown. Use one of: ####.")]
    [InlineData("""{"answer":{"kind":"intger"}}""", "d.json:1:1: answer.kind: the kind 'intger' is unknown. Did you mean 'integer'?")]
    [InlineData("""{"answer":"####"}""", "d.json:1:1: answer: expected an object, found the text '####'. Write {\"…\": …}.")]
    [InlineData("""{"name":1}""", "d.json:1:1: name: expected text, found '1'. Write it in quotes.")]
    [InlineData("[]", "d.json:1:1: expected a JSON object, found a list. Write {\"…\": …}.")]
    public void Refuses_what_it_cannot_follow(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Assert.IsType<Validated<DatasetDescriptor>.Invalid>(Parse(text)).Diagnostics).ToString());

    private static Validated<DatasetDescriptor> Parse(string text) => DescriptorParser.Parse(Encoding.UTF8.GetBytes(text), "d.json");
}
