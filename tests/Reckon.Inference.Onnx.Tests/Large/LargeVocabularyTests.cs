using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Models;
using Reckon.Inference.Onnx.Options;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests.Large;

/// <summary>Rewriting the head changes no bit of what is drawn.</summary>
public sealed class LargeVocabularyTests(LargeModelFixture large) : IClassFixture<LargeModelFixture>
{
    private static readonly Sampling _plain = new(Temperature: 1, MaxStepTokens: 12, MaxAnswerTokens: 30);

    public static TheoryData<Sampling> Ways =>
    [
        _plain,
        _plain with { Temperature = 0 },
        _plain with { Temperature = 0, RepetitionPenalty = 1.3, FrequencyPenalty = 0.5 },
        _plain with { TopK = 1 },
        _plain with { TopK = 7, Temperature = 0.6 },
        _plain with { TopK = 50, TopP = 0.9, MinP = 0.02 },
        _plain with { TopK = 20, RepetitionPenalty = 1.2, PresencePenalty = 0.3, FrequencyPenalty = 0.2 },
        _plain with { TopP = 0.5, Temperature = 0.5 },
        _plain with { TopP = 0.95, Temperature = 0.8 },
        _plain with { TopP = 0.9, RepetitionPenalty = 1.1 },
        _plain with { MinP = 0.1 },
        _plain with { MinP = 0.05, Temperature = 2, PresencePenalty = -1 },
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Draws_the_same_with_any_head(Sampling sampling)
    {
        await using var plain = large.Engine(HeadRewrite.Never);
        await using var rows = large.Engine(HeadRewrite.Rows, maxRows: 5);
        await using var top = large.Engine(HeadRewrite.Top);
        await using var few = large.Engine(HeadRewrite.Top, topLogits: 8, maxRows: 3);

        var expected = await Draw(plain, sampling);

        Assert.Equal(expected, await Draw(rows, sampling));
        Assert.Equal(expected, await Draw(top, sampling));
        Assert.Equal(expected, await Draw(few, sampling));
        Assert.True(sampling.Temperature == 0 || sampling.TopK == 1 || expected.Split('\n').Distinct().Count() > 10, expected);
    }

    [Fact]
    public async Task Draws_the_same_when_ways_to_draw_meet_in_a_batch()
    {
        await using var plain = large.Engine(HeadRewrite.Never);
        await using var top = large.Engine(HeadRewrite.Top, topLogits: 32);
        Sampling[] ways = [.. Ways.Select(row => row.Data)];

        var expected = await Task.WhenAll(ways.Select(way => Draw(plain, way)));

        Assert.Equal(expected, await Task.WhenAll(ways.Select(way => Draw(top, way))));
    }

    [Theory]
    [InlineData(HeadRewrite.Rows)]
    [InlineData(HeadRewrite.Top)]
    public async Task Draws_the_same_behind_a_prefix_while_others_are_drawn(HeadRewrite rewrite)
    {
        var sampling = _plain with { Temperature = 0.5, TopP = 0.5 };
        await using var plain = large.Engine(HeadRewrite.Never);
        await using var rewritten = large.Engine(rewrite);

        Assert.Equal(await DrawBehind(plain, sampling), await DrawBehind(rewritten, sampling));
    }

    [Theory]
    [InlineData(HeadRewrite.Rows)]
    [InlineData(HeadRewrite.Top)]
    public void Gives_the_same_bits_for_prompts_and_steps(HeadRewrite rewrite)
    {
        using var plain = large.Open(HeadRewrite.Never, slots: 4);
        using var rewritten = large.Open(rewrite, slots: 4);
        for (var row = 0; row < 4; row++)
        {
            int[] text = [.. Enumerable.Range(0, 1 + (row * 9)).Select(i => 4 + (i * 97))];
            Assert.Equal(plain.Prefill(row, text).ToArray(), rewritten.Prefill(row, text).ToArray());
            Assert.Equal(plain.Extend(row, [9, 10, 11]).ToArray(), rewritten.Extend(row, [9, 10, 11]).ToArray());
        }

        Assert.Equal(plain.Decode([5, 6, 7, 8]).ToArray(), rewritten.Decode([5, 6, 7, 8]).ToArray());
        Assert.Equal(plain.Decode([30_000]).ToArray(), rewritten.Decode([30_000]).ToArray());
    }

    [Fact]
    public void Hands_out_the_largest_of_each_row_and_the_row_when_asked()
    {
        using var plain = large.Open(HeadRewrite.Never, slots: 3);
        using var top = large.Open(HeadRewrite.Top, slots: 3, topLogits: 40);
        foreach (var model in (OnnxModel[])[plain, top])
        {
            model.Prefill(0, [1, 5, 6]);
            model.Prefill(1, [1, 7, 8, 9]);
            model.Prefill(2, [1, 70]);
        }

        double[] temperatures = [0.5, 1, 3];
        var rows = plain.Decode([10, 11, 12]).ToArray();
        var found = top.DecodeTop([10, 11, 12], temperatures);
        for (var row = 2; row >= 0; row--)
        {
            var logits = rows.AsSpan(row * LargeModelFixture.Vocabulary, LargeModelFixture.Vocabulary).ToArray();
            Assert.Equal(logits, top.WholeRow(row).ToArray());
            var best = Enumerable.Range(0, logits.Length).OrderByDescending(id => logits[id]).ThenBy(id => id).Take(40).ToArray();
            Assert.Equal(best.Select(id => logits[id]), found.ValuesOf(row).ToArray());
            Assert.Equal(best.Select(id => (long)id), found.IdsOf(row).ToArray());
            var sum = Enumerable.Range(2, LargeModelFixture.Vocabulary - 96 - 2).Sum(id => Math.Exp(logits[id] / temperatures[row]));
            Assert.InRange(Math.Exp(found.LogSumOf(row)) / sum, 1 - found.SumTolerance, 1 + found.SumTolerance);
        }

        Assert.Equal(plain.Decode([20, 21, 22]).ToArray(), top.Decode([20, 21, 22]).ToArray()); // Asking changed nothing.
    }

    [Fact]
    public void Finds_weights_outside_the_file()
    {
        var folder = Directory.CreateTempSubdirectory("reckon-outside-");
        try
        {
            var files = OutsideWeights.Write(new LargeModel(LargeModelFixture.Vocabulary), folder.FullName);
            using var plain = large.Open(HeadRewrite.Never, slots: 1);
            using var rewritten = InferenceEngines.OpenModel(files, slots: 1, LargeModelFixture.With(HeadRewrite.Top));

            Assert.Equal(plain.Prefill(0, [1, 5, 6]).ToArray(), rewritten.Prefill(0, [1, 5, 6]).ToArray());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(HeadRewrite.Never)]
    [InlineData(HeadRewrite.Top)]
    public void Refuses_weights_in_a_file_that_the_descriptor_does_not_name(HeadRewrite rewrite)
    {
        var folder = Directory.CreateTempSubdirectory("reckon-outside-");
        try
        {
            var files = OutsideWeights.Write(new LargeModel(LargeModelFixture.Vocabulary), folder.FullName);
            files = files with { Descriptor = files.Descriptor with { Data = [] } };

            var fault =
                Assert.Throws<ModelLoadException>(() => InferenceEngines.OpenModel(files, slots: 1, LargeModelFixture.With(rewrite)));

            Assert.Contains("'data' to name the file 'model.onnx.data'", fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Draws_the_same_from_the_models_that_ship()
    {
        var folder = ModelFolder.Read(ModelFolders.Proposer);
        var (expected, options) = (new List<string>(), new EngineOptions { MaxRows = 8 });
        foreach (var rewrite in (HeadRewrite[])[HeadRewrite.Never, HeadRewrite.Rows, HeadRewrite.Top])
        {
            await using var engine = InferenceEngines.OpenProposer(folder, options, LargeModelFixture.With(rewrite, topLogits: 16));
            var drawn = new List<string>();
            foreach (var sampling in (Sampling[])[Asking.Sampling, Asking.Sampling with { TopP = 0.9 },
                Asking.Sampling with { TopK = 5, RepetitionPenalty = 1.05 }])
            {
                engine.TryPropose(new ExpandRequest(Asking.Root(Asking.Problems[0]), 0, 16, Extent.Answer, sampling),
                    CancellationToken.None, out var reply);
                drawn.AddRange((await reply!).Proposals.Select(Asking.Print));
            }

            expected = expected.Count == 0 ? drawn : expected;
            Assert.Equal(expected, drawn);
        }
    }

    // Tokens after steps that must be recomputed, at places where other rows are drawn.
    private static async Task<string> DrawBehind(IProposerEngine engine, Sampling sampling)
    {
        var others = Draw(engine, sampling);
        var behind = Enumerable.Range(1, 12).Select(i =>
        {
            var request = LargeModelFixture.Ask(sampling with { MaxStepTokens = 2 }, count: 2, problem: i);
            var step = new Step("", [40 + i, 50 + i, NumberTokenizer.Delimiter], 0);
            var prefix = request.Prefix with { Path = [0], Steps = [step] };
            return engine.TryPropose(request with { Prefix = prefix }, TestContext.Current.CancellationToken, out var reply)
                ? reply
                : throw new InvalidOperationException("The engine is full.");
        }).ToArray();
        var lines = (await Task.WhenAll(behind)).SelectMany(reply => reply.Proposals).Select(Asking.Print);
        return $"{string.Join('\n', lines)}\n{await others}";
    }

    private static async Task<string> Draw(IProposerEngine engine, Sampling sampling)
    {
        var replies = await Task.WhenAll(new[] { 1, 2, 3 }.Select(problem =>
            engine.TryPropose(LargeModelFixture.Ask(sampling, count: 6, problem), TestContext.Current.CancellationToken, out var reply)
                ? reply
                : throw new InvalidOperationException("The engine is full.")));
        return string.Join('\n', replies.SelectMany(reply => reply.Proposals).Select(Asking.Print));
    }
}
