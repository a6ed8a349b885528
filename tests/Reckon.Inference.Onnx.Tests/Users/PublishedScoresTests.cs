using System.Text.Json.Nodes;
using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Testing;

namespace Reckon.Inference.Onnx.Tests.Users;

/// <summary>
/// Answers to MATH-500 with the step scores that Qwen2.5-Math-PRM-7B gave them, as they were published. The weights are not here: that each
/// score has its place is checked, not what it is.
/// </summary>
public sealed class PublishedScoresTests
{
    private const string Instruction = "Please reason step by step, and put your final answer within \\boxed{}.";
    private static readonly string _data = Path.Combine(RepositoryRoot.Folder, "../shared/data");

    [Fact]
    public void Every_published_score_has_one_position_at_the_mark_after_its_step()
    {
        var (scores, problems) = (Path.Combine(_data, "samples/openr_fork_math500_qwen_prm.jsonl"), Path.Combine(_data, "math/math500_test.jsonl"));
        Assert.SkipUnless(File.Exists(scores) && File.Exists(problems), $"The published scores are not at {scores}.");
        var questions = Lines(problems).ToDictionary(row => row["unique_id"]!.GetValue<string>(), row => row["problem"]!.GetValue<string>());
        using var folder = VerifierLayoutTests.Folder("qwen2.5-math-prm");
        var files = OnnxFolders.Read(folder.Path, ModelRole.Verifier);
        Assert.True(files.Tokenizer.TryGetId("<extra_0>", out var mark));

        var read = 0;
        foreach (var row in Lines(scores))
        {
            var sample = row["samples"]![0]!;
            var problem = new Problem("p", questions[row["problem_id"]!.GetValue<string>()], "", "", 0);
            string[] steps = sample["text"]!.GetValue<string>().Split("\n\n");
            var published = sample["prm"]!.AsArray().Count;

            var (ids, ends) = VerifierLayoutTests.Path(files, problem, VerifierLayoutTests.Written(Ending.Finished, steps));

            Assert.Equal(published, ends.Length);
            Assert.Equal(ids.Index().Where(id => id.Item == mark).Select(id => id.Index), ends);
            Assert.Equal(files.Tokenizer.EncodeMarked(Whole(problem.Question, steps)), ids);
            read += published;
        }

        Assert.Equal(4_272, read);
    }

    // As the model's authors put it together: marks in the text.
    private static string Whole(string question, string[] steps) =>
        $"<|im_start|>system\n{Instruction}<|im_end|>\n<|im_start|>user\n{question}<|im_end|>\n<|im_start|>assistant\n"
        + string.Concat(steps.Select(step => step + "<extra_0>"));

    private static IEnumerable<JsonNode> Lines(string file) => File.ReadLines(file).Select(line => JsonNode.Parse(line)!);
}
