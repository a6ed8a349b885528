using System.Collections.Immutable;
using Reckon.Evaluation.Amendments;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Sweeps;

namespace Reckon.Evaluation.Tests.Amendments;

public sealed class SweepAmendmentTests
{
    private static readonly Dictionary<string, string> _before = new() { ["a"] = "1", ["b"] = "2" };
    private static readonly Dictionary<string, string> _more = new() { ["a"] = "1", ["b"] = "2", ["c"] = "3" };

    public static TheoryData<string, SweepSpec> Additions => new()
    {
        { "a seed", Some.Sweep with { Seeds = [1, 0] } },
        { "a value of n", Some.Sweep with { Strategies = [Some.BestOfN(4), Some.BestOfN(16), Some.Beam(4, 2)] } },
        { "a strategy", Some.Sweep with { Strategies = [Some.BestOfN(4), Some.Beam(4, 2), Some.Beam(4, 4)] } },
        { "a higher limit", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Limit = 300 } } },
        { "no limit", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Limit = null } } },
        { "a sample of another size", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Sample = new ProblemSample(50, 1) } } },
        { "named problems", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Ids = ["a", "b", "c"] } } },
        { "another filter", Some.Sweep with { Dataset = Some.Sweep.Dataset with { Where = new ProblemFilter { Subjects = ["sums"], Levels = [1] } } } },
        { "fewer left out", Some.Sweep with { OnOverlong = OverlongPolicy.Skip } },
    };

    public static TheoryData<string, SweepSpec> OtherChanges => new()
    {
        { "seeds: '0' would be taken out", Some.Sweep with { Seeds = [1] } },
        { "strategies: '{\"best-of-n\":{\"n\":4}}' would be taken out", Some.Sweep with { Strategies = [Some.Beam(4, 2)] } },
        { "sampling.temperature: '0.8', now '0.7' (only", Some.Sweep with { Sampling = Some.Sweep.Sampling with { Temperature = 0.7 } } },
        { "sampling.topK: not set, now '5' (only", Some.Sweep with { Sampling = Some.Sweep.Sampling with { TopK = 5 } } },
        { "selections: '[\"majority\",\"best\",\"weighted\"]', now '[\"best\"]' (only", Some.Sweep with { Selections = [Search.Selecting.SelectionRule.Best] } },
        { "budget.tokens: '20000', now '30000' (only", Some.Sweep with { Budget = Some.Sweep.Budget with { Tokens = 30_000 } } },
    };

    [Theory]
    [MemberData(nameof(Additions))]
    public void Takes_what_only_adds(string addition, SweepSpec other) => Assert.True(Refusals(other, _more).IsEmpty, addition);

    [Theory]
    [MemberData(nameof(OtherChanges))]
    public void Refuses_everything_else_by_name(string refusal, SweepSpec other) =>
        Assert.StartsWith(refusal, Assert.Single(Refusals(other, _before)), StringComparison.Ordinal);

    [Fact]
    public void Refuses_to_take_problems_out_or_to_change_them()
    {
        var other = Some.Sweep with { Seeds = [0, 1] };

        Assert.Equal(["problems: 1 would be taken out, such as 'b'"], Refusals(other, new() { ["a"] = "1", ["c"] = "3" }));
        Assert.Equal(["problems: 1 would be changed, such as 'a'"], Refusals(other, new() { ["a"] = "9", ["b"] = "2" }));
    }

    [Fact]
    public void Another_file_with_the_same_problems_and_more_is_an_addition()
    {
        var changes = SweepChanges.Between(
            SweepHash.Canonical(Some.Sweep, Some.Contents), SweepHash.Canonical(Some.Sweep, Some.Contents with { DatasetSha256 = "d1" }));

        Assert.Equal(["dataset.sha256: '\"d0\"', now '\"d1\"'"], changes.Select(change => $"{change}"));
        Assert.Empty(SweepAmendment.Refusals(changes, _before, _more));
    }

    [Fact]
    public void A_problem_is_another_when_anything_but_its_id_is()
    {
        var problem = Some.Problem();

        Assert.Equal(ProblemDigest.Of(problem), ProblemDigest.Of(problem with { Id = "other" }));
        Assert.Equal(5, new[]
        {
            problem, problem with { Question = "?" }, problem with { Reference = "?" }, problem with { Subject = "?" }, problem with { Level = 9 },
        }.Select(ProblemDigest.Of).Distinct().Count());
    }

    private static ImmutableArray<string> Refusals(SweepSpec other, Dictionary<string, string> problems) => SweepAmendment.Refusals(
        SweepChanges.Between(SweepHash.Canonical(Some.Sweep, Some.Contents), SweepHash.Canonical(other, Some.Contents)), _before, problems);
}
