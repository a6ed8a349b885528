using Reckon.Grading.Answers;
using Reckon.Grading.Formats;
using Reckon.Grading.Grades;
using Reckon.Testing.AnswerPairs;

namespace Reckon.Grading.Tests.Mathematics;

/// <summary>A short run of what <c>make grade-fuzz</c> does at length.</summary>
public sealed class RandomPairTests
{
    private const int Seed = 7;
    private const int Pairs = 7_400;
    private const double LeastEqual = 0.98;

    private static readonly AnswerPolicy _policy = AnswerPolicy.Default;

    [Fact]
    public void Pairs_that_were_changed_are_never_called_equal_and_equal_ones_nearly_always()
    {
        var generator = new PairGenerator(Seed);
        var judged = Enumerable.Range(0, Pairs).Select(_ => generator.Next()).Select(pair => (Pair: pair, Verdict: Compare(pair))).ToArray();
        var equal = judged.Where(judgement => judgement.Pair.AreEqual).ToArray();

        Assert.DoesNotContain(judged, judgement => !judgement.Pair.AreEqual && judgement.Verdict == Equivalence.Equal);
        Assert.DoesNotContain(equal, judgement => judgement.Verdict == Equivalence.NotEqual);
        Assert.InRange(equal.Count(judgement => judgement.Verdict == Equivalence.Equal), LeastEqual * equal.Length, equal.Length);
    }

    [Fact]
    public void Every_kind_has_its_share_of_pairs_and_a_seed_gives_them_again()
    {
        var (one, other) = (new PairGenerator(Seed), new PairGenerator(Seed));
        var pairs = Enumerable.Range(0, PairGenerator.Kinds.Count * 2).Select(_ => one.Next()).ToArray();

        Assert.Equal(pairs, pairs.Select(_ => other.Next()));
        Assert.All(PairGenerator.Kinds, kind => Assert.Equal([true, false], pairs.Where(pair => pair.Kind == kind).Select(pair => pair.AreEqual)));
    }

    private static Equivalence Compare(AnswerPair pair) =>
        MathEquivalence.Compare(MathAnswer.Parse(pair.Reference, _policy), MathAnswer.Parse(pair.Answer, _policy), _policy);
}
