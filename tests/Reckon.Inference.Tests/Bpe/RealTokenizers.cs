using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Reckon.Inference.Folders;
using Reckon.Inference.Judging;
using Reckon.Inference.Tokens;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Testing;

namespace Reckon.Inference.Tests.Bpe;

/// <summary>
/// Compares the tokenizers of public models, in the folders of RECKON_TOKENIZERS, with the library of their format. Not run unless asked
/// for: they are no part of the project.
/// </summary>
public sealed class RealTokenizers
{
    private const int Odd = 1_500;
    private const string ScoreMark = "<extra_0>"; // Of Qwen2.5-Math-PRM, whose tokenizer is Qwen2.5's with this in the place of another mark.
    private const int ScoreMarkId = 151_651;

    private static readonly string? _folder = Environment.GetEnvironmentVariable("RECKON_TOKENIZERS");

    [Fact(Explicit = true)]
    public void Encode_and_decode_as_the_library_of_the_format_does()
    {
        Assert.SkipUnless(_folder is { Length: > 0 }, "RECKON_TOKENIZERS is not set.");
        string[] texts = [.. Texts()];
        var figures = new StringBuilder("| tokenizer | texts | other ids | other texts | load | encoded a second |\n|---|---|---|---|---|---|\n");
        var wrong = new List<string>();
        foreach (var model in Directory.GetDirectories(_folder).Where(each => File.Exists(Path.Combine(each, "tokenizer.json"))).Order(StringComparer.Ordinal))
        {
            figures.Append(CultureInfo.InvariantCulture, $"| {Path.GetFileName(model)} | {texts.Length} | {Compare(model, texts, wrong)} |\n");
        }

        File.WriteAllText(Path.Combine(_folder, "figures.md"), figures.ToString());
        File.WriteAllLines(Path.Combine(_folder, "differences.txt"), wrong);
        Assert.Empty(wrong);
    }

    [Fact(Explicit = true)]
    public void The_marks_of_Qwens_verifier_have_their_published_id_and_are_where_scores_are_read()
    {
        Assert.SkipUnless(_folder is { Length: > 0 }, "RECKON_TOKENIZERS is not set.");
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, "qwen2_5", "tokenizer.json")))!;
        root["added_tokens"]!.AsArray().Single(token => token!["id"]!.GetValue<int>() == ScoreMarkId)!["content"] = ScoreMark;
        var tokenizer = Open(root);
        var steps = (IStepEncoder)new LayoutSteps(tokenizer, VerifierLayouts.Named("qwen2.5-math-prm")!, begin: null);
        using var oracle = Oracle(root);

        var chunks = steps.Encode(new Proposal([Step("To find 6 − 2, subtract."), Step("The answer is \\boxed{4}.")], Ending.Finished), 0);

        Assert.All(chunks, chunk => Assert.Equal(ScoreMarkId, chunk.Tokens[^1]));
        Assert.Equal(
            oracle.Encode($"To find 6 − 2, subtract.{ScoreMark}The answer is \\boxed{{4}}.{ScoreMark}").Select(id => (int)id),
            chunks.SelectMany(chunk => chunk.Tokens));
    }

    private static string Compare(string model, string[] texts, List<string> wrong)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(model, "tokenizer.json")))!;
        using var oracle = Oracle(root);
        var since = Stopwatch.GetTimestamp();
        var tokenizer = Open(root);
        var load = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
        var (otherIds, otherTexts, tokens, seconds) = (0, 0, 0L, 0.0);
        foreach (var text in texts)
        {
            int[] expected = [.. oracle.Encode(text).Select(id => (int)id)];
            since = Stopwatch.GetTimestamp();
            var found = tokenizer.EncodeMarked(text);
            seconds += Stopwatch.GetElapsedTime(since).TotalSeconds;
            tokens += found.Length;
            var areOther = !found.AsSpan().SequenceEqual(expected);
            var isOtherText = !IsSame(oracle.Decode([.. expected.Select(id => (uint)id)]), tokenizer.Decode(expected));
            (otherIds, otherTexts) = (otherIds + (areOther ? 1 : 0), otherTexts + (isOtherText ? 1 : 0));
            if (areOther || isOtherText)
            {
                wrong.Add(
                    $"{Path.GetFileName(model)}: {JsonValue.Create(text).ToJsonString()}: {string.Join(' ', expected)}, not {string.Join(' ', found)}");
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{otherIds} | {otherTexts} | {load:0} ms | {tokens / seconds / 1e6:0.00} million tokens");
    }

    // Decoders of characters strip the space that was put before a text; ours leaves that to whoever wrote it.
    private static bool IsSame(string expected, string found) => expected == found || (found.StartsWith(' ') && expected == found[1..]);

    // The library adds marks before a text by itself; what is compared is the text.
    private static Tokenizers.DotNet.Tokenizer Oracle(JsonNode root)
    {
        var bare = root.DeepClone();
        bare["post_processor"] = null;
        var path = Path.Combine(Directory.CreateTempSubdirectory("reckon-tokens-").FullName, "tokenizer.json");
        File.WriteAllText(path, bare.ToJsonString());
        return new Tokenizers.DotNet.Tokenizer(path);
    }

    private static ITokenizer Open(JsonNode root)
    {
        var faults = new FaultList();
        var tokenizer = TokenizerFile.Read(new JsonFile("tokenizer.json", root.AsObject(), faults), faults);
        faults.ThrowIfAny("tokenizer.json");
        return tokenizer!;
    }

    private static Step Step(string text) => new(text, [1], 0);

    // Problems of the shipped data, those of MATH where they are, and odd texts that are always the same.
    private static IEnumerable<string> Texts()
    {
        var math = Path.Combine(RepositoryRoot.Folder, "../shared/data/math/math500_test.jsonl");
        var file = File.Exists(math) ? math : Path.Combine(RepositoryRoot.Folder, "datasets/abacus/test.jsonl");
        foreach (var row in File.ReadLines(file).Select(line => JsonNode.Parse(line)!))
        {
            yield return row["problem"]!.GetValue<string>();
            yield return row["solution"]?.GetValue<string>() ?? "";
        }

        var odd = new List<string>();
        OddTexts.Known.Sample(odd.Add, iter: Odd, threads: 1, seed: "000000000001");
        foreach (var text in odd)
        {
            yield return text;
        }
    }
}
