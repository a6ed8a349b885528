using System.Text.Json;
using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Testing;

namespace Reckon.Grading.Tests.Mathematics;

/// <summary>Agreement with labels that others gave. The whole report, with a reason for each difference, is <c>make grade-check</c>.</summary>
public sealed class PublicAgreementTests
{
    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    [Fact]
    public void Agrees_on_every_disputed_pair_that_has_a_label()
    {
        var pairs = Rows("grading", "real_disagreements.jsonl").Where(pair => pair.GetProperty("equal").ValueKind != JsonValueKind.Null);

        Assert.Empty(pairs.Where(pair => AreEqual(Text(pair, "gold"), Text(pair, "pred")) != pair.GetProperty("equal").GetBoolean()).Select(pair => $"{pair}"));
    }

    [Theory]
    [InlineData("openr_fork_math500_qwen_prm.jsonl")]
    [InlineData("mert_beam_prm.jsonl")]
    [InlineData("mert_bon_repaired.jsonl")]
    public void Agrees_on_the_samples_of_models(string file)
    {
        var verdicts = new Dictionary<(string, string), bool>();
        var (agreeing, all) = (0, 0);
        foreach (var row in Rows("samples", file))
        {
            foreach (var sample in row.GetProperty("samples").EnumerateArray().Where(sample =>
                sample.GetProperty("answer").ValueKind == JsonValueKind.String && sample.GetProperty("ref").ValueKind is JsonValueKind.True or JsonValueKind.False))
            {
                var pair = (Text(row, "gold"), Text(sample, "answer"));
                var verdict = verdicts.TryGetValue(pair, out var seen) ? seen : verdicts[pair] = AreEqual(pair.Item1, pair.Item2);
                agreeing += verdict == sample.GetProperty("ref").GetBoolean() ? 1 : 0;
                all++;
            }
        }

        Assert.InRange(agreeing, 0.997 * all, all);
    }

    [Theory]
    [InlineData("math", "math500_test.jsonl")]
    [InlineData("math", "math_test5000.jsonl")]
    [InlineData("contest", "aime24.jsonl")]
    [InlineData("contest", "aime25.jsonl")]
    [InlineData("contest", "amc23.jsonl")]
    public void Reads_every_reference_and_finds_it_equal_to_itself(string folder, string file) => Assert.All(
        Rows(folder, file).Select(row => row.GetProperty("answer").ToString()).Distinct(),
        answer => Assert.True(MathAnswer.Parse(answer, _policy).Status == AnswerStatus.Parsed && AreEqual(answer, answer), answer));

    private static bool AreEqual(string reference, string answer) =>
        MathEquivalence.Compare(MathAnswer.Parse(reference, _policy), MathAnswer.Parse(answer, _policy), _policy) == Equivalence.Equal;

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString() ?? "";

    private static IEnumerable<JsonElement> Rows(params string[] path) =>
        File.ReadLines(SharedData.PathTo(path)).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);
}
