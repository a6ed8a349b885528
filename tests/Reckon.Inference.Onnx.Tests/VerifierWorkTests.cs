using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Reckon.Search.Trees;

namespace Reckon.Inference.Onnx.Tests;

public sealed class VerifierWorkTests
{
    private static readonly BeamSearch _beam = new(beams: 64, width: 4, maxRounds: 8);

    // Hot enough that hardly two beams write the same.
    private static readonly Sampling _sampling = new(Temperature: 1.6, MaxStepTokens: 40, MaxAnswerTokens: 200);

    private static readonly Problem[] _problems =
    [
        new("p1", "Compute (9-(6+8))*(5-(6+5)+10).", "-20", "arithmetic", 5),
        new("p2", "Solve 4(t-7)+4(t-4)=3t+16.", "12", "equations", 5),
        new("p3", "Compute 7+(10*10-(3+1*1-1*6)).", "109", "arithmetic", 5),
        new("p4", "Find the greatest common divisor of 285 and 210.", "15", "divisors", 5),
    ];

    [Theory]
    [InlineData(65_536, 1.1)] // The default.
    [InlineData(2_048, 1.1)] // Less than half of what the searches read.
    [InlineData(512, 2)] // Hardly more than the paths that are being continued.
    public async Task A_beam_search_reads_hardly_a_token_more_than_there_are(int maxKeptTokens, double most)
    {
        var verifierFolder = ModelFolder.Read(ModelFolders.Verifier, ModelRole.Verifier);
        await using var proposer = Asking.Proposer();
        await using var verifier = Asking.Verifier(maxKeptTokens);
        var expander = new ProposeThenJudge(new DirectProposer(proposer), new DirectVerifier(verifier));

        var searches = await Task.WhenAll(_problems.Select(problem => new SearchRunner(expander, new LocalBudgetGate(Budget.Unlimited))
            .RunAsync(new SearchTask(problem, 1, _beam, _sampling), TestContext.Current.CancellationToken)));

        var distinct = searches.Zip(_problems, (search, problem) => DistinctTokens(verifierFolder, problem, search.Tree)).Sum();
        var ratio = verifier.Metrics.PrefilledTokens / (double)distinct;
        TestContext.Current.SendDiagnosticMessage("{0} tokens kept: {1} read, {2} distinct, ratio {3:f3}",
            maxKeptTokens, verifier.Metrics.PrefilledTokens, distinct, ratio);
        Assert.InRange(ratio, 1, most);
    }

    // Of each problem its prompt, and of each distinct path its last step with the mark after it.
    private static int DistinctTokens(ModelFolder folder, Problem problem, SearchTree tree) =>
        folder.Prompt.Encode(problem).Length + tree.Nodes
            .Where(node => node.Proposal.Ending != Ending.Truncated)
            .Select(node => (Path: string.Join('\n', tree.StepsTo(node.Id).Select(step => step.Text)),
                node.Proposal.Ending, node.Proposal.Steps[^1].Text))
            .DistinctBy(node => (node.Path, node.Ending))
            .Sum(node => folder.Tokenizer.Encode(node.Text).Length + 1);
}
