using System.Text.Json;
using Reckon.Grading.Extraction;

namespace Reckon.Grading.Tests.Extraction;

public sealed class ExtractionRulesTests
{
    [Theory]
    [InlineData("\"####\"", "####")]
    [InlineData("[\"boxed\",\"####\"]", "boxed", "####")]
    public void Are_written_as_a_descriptor_writes_them_and_read_again(string json, params string[] names)
    {
        var rules = new ExtractionRules([.. names]);

        Assert.Equal(json, JsonSerializer.Serialize(rules));
        Assert.Equal(rules, JsonSerializer.Deserialize<ExtractionRules>(json));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("[7]")]
    [InlineData("{}")]
    [InlineData("[\"boxed\"")]
    public void Are_not_read_from_anything_else(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ExtractionRules>(json));

    [Fact]
    public void Differ_when_their_order_does() =>
        Assert.NotEqual(new ExtractionRules(["boxed", "####"]), new ExtractionRules(["####", "boxed"]));
}
