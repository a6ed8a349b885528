using Reckon.Evaluation.Reports;
using Reckon.Evaluation.Trees;
using Reckon.Search.Running;
using Reckon.Search.Trees;
using Reckon.Testing;

namespace Reckon.Evaluation.Tests.Trees;

public sealed class AttentionCounterTests
{
    [Fact]
    public async Task Each_token_is_counted_with_all_that_stands_before_it()
    {
        var (trees, trials) = await SomeTrees.GrowAsync(truncation: 0.2);
        var counter = new AttentionCounter(trees);

        Assert.All(trees.Trials.Zip(trials), trial => Assert.Equal(OneByOne(trial.Second.Search), counter.Count(trial.First)));
    }

    [Fact]
    public async Task Located_revisions_begin_inside_an_answer()
    {
        var (trees, trials) = await SomeTrees.GrowAsync(sweep: SomeTrees.OfChains);
        var counter = new AttentionCounter(trees);

        Assert.Null(counter.Count(trees.Trials[0])); // The prompts of its revisions show answers.
        Assert.All(trees.Trials.Zip(trials).Skip(1), trial => Assert.Equal(OneByOne(trial.Second.Search), counter.Count(trial.First)));
    }

    [Fact]
    public async Task A_summary_tells_the_operations_of_both_models_where_they_are_known()
    {
        var (trees, trials) = await SomeTrees.GrowAsync();
        var figures = new TreeFigures(SomeTrees.Sweep);
        figures.Add(trees);
        var models = Some.Header.Models;
        var wide = new ModelPairFacts(
            models.Proposer with { AttentionFlopsPerPair = 10 }, models.Verifier! with { AttentionFlopsPerPair = 100 });
        var outcomes = trials.Select(trial => trial.Graded.Outcome).ToList();

        var run = figures.AddAttentionTo(SummaryBuilder.Build(SomeTrees.Sweep, Some.Header with { Models = wide }, outcomes)).Runs[0];
        var unknown = figures.AddAttentionTo(SummaryBuilder.Build(SomeTrees.Sweep, Some.Header, outcomes)).Runs[0];

        var pairs = OneByOne(trials[0].Search);
        Assert.Equal((10.0 * pairs.Proposer) + (100.0 * pairs.Verifier), run.Cost.AttentionFlops);
        Assert.Equal(10.0 * pairs.Proposer, run.Cost.ProposerAttentionFlops);
        Assert.Null(unknown.Cost.AttentionFlops);
    }

    // Token by token, from the search itself.
    private static AttentionPairs OneByOne(SearchResult search)
    {
        var judged = search.Tree.Nodes.Where(node => node.Verdict is not null).ToList();
        var prompt = search.Cost.VerifierTokens - judged.Sum(node => node.Verdict!.Tokens.Sum());
        long proposer = Positions(1, search.Cost.PromptTokens), verifier = judged.Count == 0 ? 0 : Positions(1, prompt);
        foreach (var node in search.Tree.Nodes)
        {
            var before = search.Cost.PromptTokens + search.Tree.StepsTo(node.From).Sum(step => step.Tokens.Length);
            proposer += Positions(before + 1, node.Proposal.Cost.Generated);
        }

        foreach (var node in judged)
        {
            verifier += Positions(prompt + JudgedBefore(search.Tree, node.From) + 1, node.Verdict!.Tokens.Sum());
        }

        return new AttentionPairs(proposer, verifier);
    }

    private static long JudgedBefore(SearchTree tree, Place place) => place.Node == SearchTree.Root
        ? 0
        : JudgedBefore(tree, tree[place.Node].From) + tree[place.Node].Verdict!.Tokens.Take(place.Steps).Sum();

    private static long Positions(long first, long count) => Enumerable.Range(0, (int)count).Sum(offset => first + offset);
}
