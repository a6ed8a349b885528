using System.Collections.Immutable;
using Reckon.Search.Controls;
using Reckon.Search.Running;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Controls;

public sealed class ControlledExpanderTests
{
    private const int Many = 2_000;
    private const string Right = "answer 2";

    private static readonly VerifierControl _random = new(ControlKind.Random);
    private static readonly VerifierControl _oracle = new(ControlKind.Oracle);
    private static readonly VerifierControl _flip = new(ControlKind.Flip, 0.2);

    private readonly SimulatedSearch _search = new() { TruncationChance = 0.1 };

    public static TheoryData<VerifierControl> All => [_random, _oracle, _flip];

    [Theory, MemberData(nameof(All))]
    public async Task Draws_what_is_drawn_without_a_control(VerifierControl control)
    {
        var plain = await _search.Expander.ExpandAsync(Request(Extent.Answer), TestContext.Current.CancellationToken);

        var controlled = await ExpandAsync(control, Request(Extent.Answer));

        Assert.Equal(plain.Branches.Select(branch => branch.Proposal), controlled.Branches.Select(branch => branch.Proposal));
        Assert.Equal(
            plain.Branches.Select(branch => branch.Proposal.Ending == Ending.Truncated),
            controlled.Branches.Select(branch => branch.Verdict is null));
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_step_has_one_score_whether_it_is_drawn_alone_or_within_an_answer(VerifierControl control)
    {
        var answers = await ExpandAsync(control, Request(Extent.Answer));
        var steps = await ExpandAsync(control, Request(Extent.Step));
        var pairs = answers.Branches.Zip(steps.Branches);
        Assert.All(pairs.Where(pair => pair is { First.Verdict: not null, Second.Verdict: not null }), pair =>
            Assert.Equal(pair.First.Verdict!.Scores[0], pair.Second.Verdict!.Scores[0]));

        var (child, _) = answers.Branches.Index().First(branch => branch.Item is { Verdict: not null, Proposal.Steps.Length: > 1 });
        var below = Request(Extent.Step) with
        {
            Prefix = Some.Prefix() with { Path = [child], Steps = [answers.Branches[child].Proposal.Steps[0]] },
            Count = 1,
        };
        var second = (await ExpandAsync(control, below)).Branches[0].Verdict!.Scores[0];
        Assert.Equal(answers.Branches[child].Verdict!.Scores[1], second);
    }

    [Theory]
    [InlineData(ControlKind.Random)]
    [InlineData(ControlKind.Oracle)]
    public async Task Without_a_verifier_scores_cost_nothing(ControlKind kind)
    {
        var reply = await ExpandAsync(new VerifierControl(kind), Request(Extent.Answer));

        Assert.Equal((0, 0), (reply.Prompt.Verifier, reply.Cost.Verifier));
    }

    [Fact]
    public async Task Random_scores_are_uniform_and_each_seed_and_problem_has_its_own()
    {
        var scores = await ScoresAsync(_random, Request(Extent.Step));

        for (var tenth = 0; tenth < 10; tenth++)
        {
            var share = scores.Count(score => (int)(score * 10) == tenth) / (double)scores.Length;
            Assert.InRange(share, 0.075, 0.125); // Four standard errors of a tenth of 1,800.
        }

        var otherSeed = await ScoresAsync(_random, Request(Extent.Step) with { Prefix = Some.Prefix(seed: 8) });
        var prefix = Some.Prefix() with { Problem = Some.Problem("sum-2") };
        var otherProblem = await ScoresAsync(_random, Request(Extent.Step) with { Prefix = prefix });
        Assert.Equal(3, new[] { scores[0], otherSeed[0], otherProblem[0] }.Distinct().Count());
    }

    [Theory, InlineData(0.0), InlineData(0.2), InlineData(1.0)]
    public async Task Flips_the_share_of_scores_that_it_is_told(double share)
    {
        var plain = (await _search.Expander.ExpandAsync(Request(Extent.Answer), TestContext.Current.CancellationToken)).Branches;
        var flipped = (await ExpandAsync(new VerifierControl(ControlKind.Flip, share), Request(Extent.Answer))).Branches;

        var pairs = plain.Zip(flipped)
            .Where(pair => pair.First.Verdict is not null)
            .SelectMany(pair => pair.First.Verdict!.Scores.Zip(pair.Second.Verdict!.Scores))
            .Where(pair => pair.First != 0.5)
            .ToList();
        Assert.All(pairs, pair => Assert.True(pair.Second == pair.First || pair.Second == 1 - pair.First));
        Assert.InRange(pairs.Count(pair => pair.Second != pair.First) / (double)pairs.Count, share - 0.03, share + 0.03);
        Assert.Equal(plain.Select(branch => branch.Verdict?.Cost), flipped.Select(branch => branch.Verdict?.Cost));
    }

    [Fact]
    public async Task An_oracle_knows_finished_answers_and_nothing_of_prefixes()
    {
        foreach (var branch in (await ExpandAsync(_oracle, Request(Extent.Answer))).Branches.Where(branch => branch.Verdict is not null))
        {
            Assert.Equal(branch.Proposal.Steps[^1].Text == Right ? 1 : 0, branch.Verdict!.Scores[^1]);
            Assert.All(branch.Verdict.Scores[..^1], score => Assert.Equal(0.5, score));
        }

        Assert.All(
            (await ExpandAsync(_oracle, Request(Extent.Step))).Branches.Where(branch => branch.Proposal.Ending == Ending.Open),
            branch => Assert.Equal([0.5], branch.Verdict!.Scores.AsEnumerable()));
    }

    [Theory]
    [InlineData(ControlKind.Flip, null)]
    [InlineData(ControlKind.Flip, 1.5)]
    [InlineData(ControlKind.Flip, double.NaN)]
    [InlineData(ControlKind.Random, 0.5)]
    public void Only_what_flips_has_a_share(ControlKind kind, double? share) =>
        Assert.Throws<ArgumentException>(() => new VerifierControl(kind, share));

    private static ExpandRequest Request(Extent extent) => new(Some.Prefix(), 0, Many, extent, Some.Sampling());

    // Where the control needs no verifier, nothing is judged.
    private Task<ExpandReply> ExpandAsync(VerifierControl control, ExpandRequest request) =>
        new ControlledExpander(
            new ProposeThenJudge(_search, control.NeedsVerifier ? _search : null),
            control,
            solution => solution.EndsWith($"\n{Right}", StringComparison.Ordinal) || solution == Right)
        .ExpandAsync(request, TestContext.Current.CancellationToken);

    private async Task<ImmutableArray<double>> ScoresAsync(VerifierControl control, ExpandRequest request)
    {
        var reply = await ExpandAsync(control, request);
        return [.. reply.Branches.Where(branch => branch.Verdict is not null).Select(branch => branch.Verdict!.Scores[0])];
    }
}
