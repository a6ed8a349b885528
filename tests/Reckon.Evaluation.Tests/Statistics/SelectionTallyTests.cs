using CsCheck;
using Reckon.Evaluation.Statistics;
using Reckon.Search.Selecting;

namespace Reckon.Evaluation.Tests.Statistics;

public sealed class SelectionTallyTests
{
    [Fact]
    public void Chooses_after_each_candidate_as_selection_does_among_those_added() => Gen
        .Select(Gen.Enum<SelectionRule>(), SomePools.Tied(1, 12).SelectMany(pool =>
            Gen.Shuffle(Enumerable.Range(0, pool.Length).ToArray()).Select(order => (pool, order))))
        .Sample((rule, drawn) =>
        {
            var (pool, order) = drawn;
            var (tally, averaged) = (new SelectionTally(rule, pool), new SelectionTally(rule, pool, TieRule.Mean));
            for (var count = 1; count <= order.Length; count++)
            {
                tally.Add(order[count - 1]);
                averaged.Add(order[count - 1]);

                var members = order.Take(count).Order().ToList();
                Assert.Equal(SomePools.IsChosenCorrect(rule, pool, members), tally.IsCorrect);
                Assert.Equal(SomePools.TiedShare(rule, pool, members), averaged.Credit, 12);
            }
        });

    [Fact]
    public void Remembers_nothing_from_before_it_was_cleared() => Gen
        .Select(Gen.Enum<SelectionRule>(), SomePools.Tied(2, 12))
        .Sample((rule, pool) =>
        {
            var half = pool.Length / 2;
            var tally = new SelectionTally(rule, pool);
            for (var index = 0; index < half; index++)
            {
                tally.Add(index);
            }

            tally.Clear();
            Assert.False(tally.IsCorrect);
            for (var index = half; index < pool.Length; index++)
            {
                tally.Add(index);
            }

            Assert.Equal(SomePools.IsChosenCorrect(rule, pool, Enumerable.Range(half, pool.Length - half)), tally.IsCorrect);
        });

    [Fact]
    public void Refuses_an_unknown_rule() => Assert.Throws<InvalidOperationException>(
        () => new SelectionTally((SelectionRule)99, [new PooledCandidate(0, 1, true)]).Add(0));
}
