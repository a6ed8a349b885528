using CsCheck;
using Reckon.Inference.TokenSampling;

namespace Reckon.Inference.Tests.TokenSampling;

public sealed class BestTokensTests
{
    [Fact]
    public void Finds_the_best_and_of_equals_those_with_lower_ids() => Gen.Select(
        Gen.Int[-9, 9]
            .Select(logit => logit == -9 ? float.NegativeInfinity : logit == -8 ? -0f : logit).Array[1, 200], Gen.Int[1, 200]).Sample(
        (logits, most) =>
        {
            int[] candidates = [.. Enumerable.Range(0, logits.Length).Where(id => id % 17 != 3)];
            var count = Math.Min(most, candidates.Length);

            var best = new BestTokens(new CandidateSet([.. candidates])).Select(logits, count).ToArray();

            Assert.Equal(candidates.OrderByDescending(id => logits[id] + 0f).ThenBy(id => id).Take(count), best.Select(token => token.Id));
            Assert.All(best, token => Assert.Equal(logits[token.Id] + 0f, token.Logit));
        },
        iter: 2_000);
}
