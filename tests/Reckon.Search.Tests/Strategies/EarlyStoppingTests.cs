using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Selecting;
using Reckon.Search.Strategies;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Search.Tests.Strategies;

public sealed class EarlyStoppingTests
{
    [Fact]
    public async Task Rounds_of_four_grow_the_expected_tree() =>
        Golden.Match(TreePrinter.Print((await new SimulatedSearch { Answers = 2 }.RunAsync(Stopping("beta", 16), seed: 18)).Tree));

    [Fact]
    public void Draws_a_window_at_once_and_no_more_than_n()
    {
        Assert.Equal([Answers(4)], Stopping("beta", 6).Plan(SearchTree.Empty));
        Assert.Equal([Answers(2)], Stopping("beta", 6).Plan(Tree("abcd")));
        Assert.Empty(Stopping("beta", 6).Plan(Tree("abcd", "ef")));
        Assert.Equal([Answers(3)], Stopping("beta", 3).Plan(SearchTree.Empty));
    }

    // Leads over the second of 4 : 0, 6 : 1 and 6 : 2 are 0.969, 0.965 and 0.910 likely. Over all others, 6 : 1 : 1 is 0.936 likely.
    [Theory]
    [InlineData("beta", "aaaa", "", true)]
    [InlineData("beta", "aaa-", "", false)]
    [InlineData("beta", "aaab", "aaa-", true)]
    [InlineData("beta", "aaab", "aaab", false)]
    [InlineData("beta", "aaab", "aaac", true)]
    [InlineData("beta", "----", "", false)]
    [InlineData("dirichlet", "aaaa", "", true)]
    [InlineData("dirichlet", "aaab", "aaa-", true)]
    [InlineData("dirichlet", "aaab", "aaac", false)]
    [InlineData("dirichlet", "----", "", false)]
    [InlineData("window", "aaaa", "", true)]
    [InlineData("window", "aaab", "bbbb", true)]
    [InlineData("window", "aaaa", "bbba", false)]
    [InlineData("window", "aaa-", "", false)]
    [InlineData("window", "----", "", false)]
    [InlineData("certain", "aaaa", "aaaa", true)] // 8 of 16 are a tie at worst, and a was given first.
    [InlineData("certain", "baaa", "aaaa", false)]
    [InlineData("certain", "aaaa", "aaa-", false)]
    public void Stops_when_its_rule_is_met(string rule, string first, string second, bool stops) =>
        Assert.Equal(stops, Stopping(rule, 16).Plan(Tree(first, second)).Count == 0);

    [Fact]
    public void What_was_cut_off_gives_no_answer()
    {
        var cut = Tree("aaa-");

        Assert.NotEmpty(Stopping("window", 16).Plan(cut));
        Assert.NotEmpty(Stopping("beta", 16).Plan(cut));
    }

    [Theory]
    [InlineData(0.9, true)]
    [InlineData(0.97, false)]
    public void Stops_at_the_confidence_that_is_asked_for(double confidence, bool stops) =>
        Assert.Equal(stops, Stopping("beta", 16, ("confidence", confidence)).Plan(Tree("aaaa")).Count == 0);

    [Theory, InlineData("beta"), InlineData("dirichlet"), InlineData("window"), InlineData("certain")]
    public async Task Draws_the_first_answers_that_best_of_n_draws(string rule)
    {
        var stopped = 0;
        for (var seed = 0; seed < 20; seed++)
        {
            var search = new SimulatedSearch { Answers = 2, TruncationChance = 0.05 };
            var full = (await search.RunAsync(new BestOfN(16), seed: seed)).Tree;
            var early = (await search.RunAsync(Stopping(rule, 16), seed: seed)).Tree;

            Assert.Equal(full.Nodes.Take(early.Nodes.Length).Select(Drawn), early.Nodes.Select(Drawn));
            stopped += early.Nodes.Length < 16 ? 1 : 0;
        }

        Assert.InRange(stopped, 1, 20);
    }

    [Fact]
    public async Task A_certain_majority_is_that_of_all_n()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var search = new SimulatedSearch { Answers = 3, TruncationChance = 0.05 };

            Assert.Equal(
                Majority((await search.RunAsync(new BestOfN(9), seed: seed)).Tree),
                Majority((await search.RunAsync(Stopping("certain", 9, ("window", 2)), seed: seed)).Tree));
        }
    }

    private static (Proposal, Verdict?) Drawn(Node node) => (node.Proposal, node.Verdict);

    private static string? Majority(SearchTree tree)
    {
        var groups = new AnswersByText().GroupsOf(tree);
        var chosen = Selection.Choose(SelectionRule.Majority, [.. groups.Select(group => new Candidate(group, 0.5))]);
        return chosen is { } index ? groups[index] : null;
    }

    // A letter an answer, in rounds; '-' gives none.
    private static SearchTree Tree(params string[] rounds) => rounds.Where(round => round.Length > 0).Aggregate(
        SearchTree.Empty,
        (tree, round) => tree.Add([Answers(round.Length)], [[.. round.Select(Answer)]]));

    private static Branch Answer(char answer, int index) => answer == '-'
        ? Some.Answer(index, 1, ending: Ending.Truncated)
        : new Branch(new Proposal([Some.Step($"step {index}"), Some.Step($"{answer}")], Ending.Finished), null);

    private static Expansion Answers(int count) => new(SearchTree.Root, count, Extent.Answer);

    private static ISearchStrategy Stopping(string rule, int n, params (string Name, ParameterValue Value)[] others) =>
        Some.Strategy(EarlyStopping.Definition, n, [("rule", rule), .. others]);
}
