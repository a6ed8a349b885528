using System.Text.Json;
using Reckon.Grading.Extraction;
using Reckon.Testing;

namespace Reckon.Grading.Tests.Extraction;

/// <summary>What the tests of public graders expect of extraction, with what is done differently here and why.</summary>
public sealed class PublicVectorTests
{
    private static readonly RulesInOrder _rules =
        new(new ExtractionRules([AnswerExtractors.Boxed, AnswerExtractors.FinalAnswer, AnswerExtractors.LastNumber]));

    // A choice letter that is not marked as the answer, and the last formula, are no rules here: no dataset needs them.
    private static readonly Dictionary<string, string> _differences = new()
    {
        ["A. Because B is not valid"] = "a letter in prose",
        ["B is correct. Or maybe C. Actually let's finalize B"] = "a letter in prose",
        ["**C**"] = "a letter in prose",
        ["c"] = "a letter in prose",
        ["(C)"] = "a letter in prose",
        ["C  "] = "a letter in prose",
        [@"So we get \[ x = 42 \]"] = "the last number, not the last formula",
        ["no structure here\njust 42"] = "the last number, not the last line",
    };

    [Fact]
    public void Finds_what_public_graders_find_but_for_the_differences_that_are_listed()
    {
        var differing = Vectors("choice_extraction", "answer_extraction", "boxed_extraction")
            .Where(vector => (Rules(vector.Kind).Find(new Completion(vector.Text)).Text ?? "") != (vector.Expected ?? "").Trim())
            .Select(vector => vector.Text);

        Assert.Equal(_differences.Keys.Order(StringComparer.Ordinal), differing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Takes_what_public_graders_must_not_throw_on() =>
        Assert.All(Vectors("robustness"), vector => _rules.Find(new Completion(vector.Text)));

    // Those that normalise an answer are about comparing, not about finding.
    private static List<(string Kind, string Text, string? Expected)> Vectors(params string[] kinds) =>
    [
        .. File.ReadLines(SharedData.PathTo("grading", "extract_vectors.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Dictionary<string, string?>>(line) ?? [])
            .Select(vector => (vector["kind"] ?? "", vector["text"] ?? "", vector["expected"]))
            .Where(vector => kinds.Contains(vector.Item1)),
    ];

    private static RulesInOrder Rules(string kind) => kind == "boxed_extraction" ? new RulesInOrder(AnswerExtractors.Boxed) : _rules;
}
