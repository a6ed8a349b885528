using System.Collections.Immutable;
using System.Text;
using Reckon.Evaluation.Datasets;
using Reckon.Evaluation.Diagnostics;

namespace Reckon.Evaluation.Tests.Datasets;

public sealed class TakenProblemsTests
{
    private static readonly DatasetSource _all = new("");

    [Fact]
    public void Only_the_named_problems_are_taken_in_the_order_of_the_file() =>
        Assert.Equal(["p2", "p7"], Taken(_all with { Ids = ["p7", "p2"] }));

    [Fact]
    public void Problems_of_some_subjects_and_levels_are_taken() =>
        Assert.Equal(["p3", "p6"], Taken(_all with { Where = new ProblemFilter { Subjects = ["sums"], Levels = [0, 2] } }, count: 8));

    [Fact]
    public void Filters_apply_in_the_stated_order()
    {
        var sample = Taken(_all with { Where = new ProblemFilter { Subjects = ["sums"] }, Sample = new ProblemSample(3, 1) });

        Assert.Equal(
            [sample[1]],
            Taken(_all with
            {
                Where = new ProblemFilter { Subjects = ["sums"] },
                Sample = new ProblemSample(3, 1),
                Limit = 2,
                Exclude = [sample[0]],
            }));
    }

    [Fact]
    public void A_sample_holds_every_smaller_one_of_its_seed_in_the_order_of_the_file()
    {
        var (small, large) = (Taken(_all with { Sample = new ProblemSample(20, 1) }, count: 100), Taken(_all with { Sample = new ProblemSample(50, 1) }, count: 100));

        Assert.Equal((20, 50), (small.Length, large.Length));
        Assert.Equal(large.Where(small.Contains), small);
        Assert.Equal(large.OrderBy(id => int.Parse(id[1..], null)), large);
        Assert.NotEqual(large, Taken(_all with { Sample = new ProblemSample(50, 2) }, count: 100));
    }

    [Fact]
    public void A_sample_is_the_same_forever() =>
        Assert.Equal(["p3", "p4", "p7"], Taken(_all with { Sample = new ProblemSample(3, 1) }));

    [Fact]
    public void A_sample_does_not_depend_on_the_order_of_the_file() => Assert.Equal(
        Taken(_all with { Sample = new ProblemSample(4, 1) }).Order(),
        Ids(DatasetParser.Parse(File([.. Lines(9).Reverse()]), _all with { Sample = new ProblemSample(4, 1) })).Order());

    public static TheoryData<DatasetSource, string> Faults => new()
    {
        { _all with { Ids = ["p1", "p10"] }, "dataset.ids names 'p10', and no problem has this id. Did you mean 'p1'?" },
        { _all with { Where = new ProblemFilter { Subjects = ["smus"] } }, "dataset.where names the subject 'smus', and no problem has it. Did you mean 'sums'?" },
        { _all with { Where = new ProblemFilter { Subjects = ["geometry"] } }, "no problem has it. Use one of 'sums', 'words'." },
        { _all with { Where = new ProblemFilter { Levels = [2, 7] } }, "dataset.where names level 7, and no problem has it. Use one of 1, 2." },
        {
            _all with { Ids = ["p1"], Where = new ProblemFilter { Levels = [2] } },
            "dataset.where leaves none of 1 problems that dataset.ids names. None of them has such a subject and such a level together"
        },
        { _all with { Sample = new ProblemSample(10, 1) }, "dataset.sample asks for 10 of 9 problems. Lower dataset.sample.count to 9 or less" },
        { _all with { Ids = ["p1"], Exclude = ["p1"] }, "dataset.exclude leaves none of 1 problems" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void What_names_nothing_or_leaves_nothing_is_refused_with_a_remedy(DatasetSource source, string message) => Assert.Contains(
        message,
        $"{Assert.Single(Assert.IsType<Validated<Dataset>.Invalid>(DatasetParser.Parse(File(Lines(9)), source)).Diagnostics)}",
        StringComparison.Ordinal);

    private static ImmutableArray<string> Taken(DatasetSource source, int count = 9) => Ids(DatasetParser.Parse(File(Lines(count)), source));

    private static ImmutableArray<string> Ids(Validated<Dataset> result) =>
        [.. Assert.IsType<Validated<Dataset>.Valid>(result).Value.Problems.Select(problem => problem.Id)];

    // Every third problem is of words, and levels are 1, 2, none, 1, …
    private static string[] Lines(int count) =>
    [
        .. Enumerable.Range(1, count).Select(i =>
            $$"""{"id":"p{{i}}","problem":"?","answer":"1","subject":"{{(i % 3 == 2 ? "words" : "sums")}}","level":{{i % 3}}}"""),
    ];

    private static DatasetFile File(string[] lines) =>
        new("data/test.jsonl", Encoding.UTF8.GetBytes(string.Join('\n', lines)), DatasetDescriptor.Absent);
}
