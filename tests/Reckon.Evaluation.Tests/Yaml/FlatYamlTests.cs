using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Diagnostics;
using Reckon.Evaluation.Yaml;

namespace Reckon.Evaluation.Tests.Yaml;

public sealed class FlatYamlTests
{
    [Fact]
    public void Gives_every_value_its_path_and_place() => Assert.Equal(
        [
            new FlatValue("engine.maxRows", "32", 3, 3),
            new FlatValue("engine.name", "a b", 4, 3),
            new FlatValue("router", null, 5, 1),
            new FlatValue("empty", null, 6, 1),
        ],
        Values("""
            # Settings.
            engine:
              maxRows: 32
              name: "a b"
            router:
            empty: {}
            """));

    [Fact]
    public void Reads_JSON_as_the_YAML_that_it_is() =>
        Assert.Equal([new FlatValue("engine.maxRows", "32", 1, 15)], Values("""{ "engine": { "maxRows": 32 } }"""));

    [Theory]
    [InlineData("")]
    [InlineData("\n  # nothing\n")]
    [InlineData("---\n")]
    public void A_file_without_content_has_no_values(string text) => Assert.Empty(Values(text));

    [Theory]
    [InlineData("a: 1\na: 2\n", "f.yaml:2:1: a: duplicate key. Keep one of them.")]
    [InlineData("a: { b: [1] }\n", "f.yaml:1:9: a.b: expected one value, found a list. Write one value.")]
    [InlineData("just words\n", "f.yaml:1:1: expected sections with keys, found 'just words'. Write 'key: value'.")]
    [InlineData("a: &x 1\n", "f.yaml:1:4: an anchor (&) is not allowed here. Write the value out.")]
    [InlineData("a: 1\n---\nb: 2\n", "f.yaml:2:1: the file holds a second document. Keep one document in a file.")]
    [InlineData("a:\n\tb: 1\n", "f.yaml:2:1: the line is indented with a tab. Indent with spaces.")]
    public void Names_the_place_of_a_fault(string text, string fault) => Assert.Equal([fault], Faults(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Refuses_what_is_not_UTF_8() =>
        Assert.Equal(["f.yaml:1:4: the file is not UTF-8 here. Save it as UTF-8."], Faults([(byte)'a', (byte)':', (byte)' ', 0xFF]));

    private static ImmutableArray<FlatValue> Values(string text) =>
        Assert.IsType<Validated<ImmutableArray<FlatValue>>.Valid>(FlatYaml.Read(Encoding.UTF8.GetBytes(text), "f.yaml")).Value;

    private static IEnumerable<string> Faults(byte[] bytes) =>
        Assert.IsType<Validated<ImmutableArray<FlatValue>>.Invalid>(FlatYaml.Read(bytes, "f.yaml")).Diagnostics.Select(fault => $"{fault}");
}
