using System.Collections.Immutable;
using Reckon.Inference.TokenSampling;
using Reckon.Search;
using Reckon.Search.Drawing;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class TakenTextsTests
{
    // Texts of two tokens out of three, each place with probabilities of its own.
    private static readonly double[][] _probabilities = [[0.5, 0.3, 0.2], [0.6, 0.1, 0.3]];

    public static TheoryData<string> Taken => ["00", "00 01", "00 22 10", "00 01 02 11 20"];

    [Theory, MemberData(nameof(Taken))]
    public void What_is_left_keeps_its_probabilities_relative_to_one_another(string texts)
    {
        int[][] taken = [.. texts.Split(' ').Select(text => text.Select(digit => digit - '0').ToArray())];
        var left = 1 - taken.Sum(text => _probabilities[0][text[0]] * _probabilities[1][text[1]]);

        foreach (var text in Enumerable.Range(0, 9).Select(number => new[] { number / 3, number % 3 }))
        {
            var isTaken = taken.Any(other => other.SequenceEqual(text));
            var expected = isTaken ? 0 : _probabilities[0][text[0]] * _probabilities[1][text[1]] / left;

            Assert.Equal(expected, ProbabilityOf(text, taken), 1e-6);
        }
    }

    [Fact]
    public void Nothing_is_taken_once_the_text_has_left_what_is()
    {
        var texts = TakenTexts.Of([Text(0, 0)])!;

        texts.Accept(1);

        Assert.Empty(texts.Shares);
    }

    [Fact]
    public void Where_all_is_taken_nothing_is() =>
        Assert.Null(TakenTexts.Of([.. Enumerable.Range(0, 9).Select(number => Text(number / 3, number % 3))]));

    [Fact]
    public void A_text_without_log_probabilities_is_refused() =>
        Assert.Throws<ArgumentException>(() => TakenTexts.Of([new Proposal([new Step("x", [1], 0)], Ending.Finished)]));

    [Theory]
    [InlineData(0, 1.0)]
    [InlineData(5, 1.0)]
    [InlineData(0, 0.7)]
    public void A_token_without_a_share_is_never_sampled_and_the_others_keep_their_odds(int topK, double topP)
    {
        float[] logits = [2, 1, 0, 1.5f, -1, 0.5f];
        var sampler = new TokenSampler([0, 1, 2, 3, 4, 5]);
        var sampling = new Sampling(1, 10, 10, TopK: topK, TopP: topP);
        ImmutableArray<KeyValuePair<int, double>> shares = [KeyValuePair.Create(0, 0.0), KeyValuePair.Create(3, 0.5)];
        var counts = new int[6];
        var plain = new int[6];
        for (var i = 0; i < 20_000; i++)
        {
            counts[sampler.Sample(logits, sampling, null, (i + 0.5) / 20_000, shares).Id]++;
            plain[sampler.Sample(logits, sampling, null, (i + 0.5) / 20_000).Id]++;
        }

        var left = 20_000 - plain[0] - (plain[3] / 2.0);
        Assert.Equal(0, counts[0]);
        Assert.Equal(plain[3] / 2.0 / left, counts[3] / 20_000.0, 1e-3);
        Assert.Equal(plain[1] / left, counts[1] / 20_000.0, 1e-3);
    }

    [Fact]
    public void The_log_probability_is_that_of_the_model()
    {
        var sampler = new TokenSampler([0, 1]);

        var sampled = sampler.Sample([0f, 0f], new Sampling(1, 10, 10), null, 0.5, [KeyValuePair.Create(0, 0.0)]);

        Assert.Equal(1, sampled.Id);
        Assert.Equal(Math.Log(0.5), sampled.LogProbability, 1e-9);
    }

    private static double ProbabilityOf(int[] text, int[][] taken)
    {
        var texts = TakenTexts.Of([.. taken.Select(other => Text(other))])!;
        var result = 1.0;
        for (var place = 0; place < text.Length; place++)
        {
            var shares = texts.Shares.ToDictionary();
            var weights = _probabilities[place].Select((probability, id) => probability * shares.GetValueOrDefault(id, 1)).ToArray();
            result *= weights.Sum() == 0 ? 0 : weights[text[place]] / weights.Sum();
            texts.Accept(text[place]);
        }

        return result;
    }

    private static Proposal Text(params int[] tokens) => new(
        [
            new Step("", [.. tokens], 0)
            {
                TokenLogProbabilities = [.. tokens.Select((token, place) => (float)Math.Log(_probabilities[place][token]))],
            },
        ],
        Ending.Finished);
}
