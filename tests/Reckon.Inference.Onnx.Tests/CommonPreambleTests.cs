using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests;

public sealed class CommonPreambleTests
{
    // Twelve times the same sum, and another at the end: prompts that begin alike for a hundred tokens.
    private static readonly Problem[] _problems =
    [
        .. Enumerable.Range(1, 6).Select(i =>
            new Problem($"p{i}", $"Compute {string.Concat(Enumerable.Repeat("2*(3+4)+", 12))}{i}.", $"{168 + i}", "arithmetic", 5)),
    ];

    [Fact]
    public async Task Draws_and_scores_the_same_bits_whether_what_problems_have_in_common_is_kept_or_read()
    {
        await using var plainProposer = Asking.Proposer(maxKeptTokens: 0);
        await using var plainVerifier = Asking.Verifier(maxKeptTokens: 0);
        await using var proposer = Asking.Proposer();
        await using var verifier = Asking.Verifier();
        foreach (var problem in _problems)
        {
            var root = Asking.Root(problem);
            var expected = (await plainProposer.Propose(root, 4, Extent.Step)).Proposals;
            var found = (await proposer.Propose(root, 4, Extent.Step)).Proposals;
            Assert.Equal(expected.Select(Asking.Print), found.Select(Asking.Print));

            // One in any case: a request with nothing to judge does not read the prompt.
            Proposal[] judged =
                [new Proposal([new Step("168", [], 0)], Ending.Open), .. expected.Where(proposal => proposal.Ending != Ending.Truncated)];
            Assert.Equal(
                (await plainVerifier.Judge(root, judged)).Scores.SelectMany(scores => scores),
                (await verifier.Judge(root, judged)).Scores.SelectMany(scores => scores));
        }

        Report("proposer", plainProposer.Metrics, proposer.Metrics);
        Report("verifier", plainVerifier.Metrics, verifier.Metrics);
        Assert.InRange(proposer.Metrics.PrefilledTokens, 1, 0.4 * plainProposer.Metrics.PrefilledTokens);
        Assert.InRange(verifier.Metrics.PrefilledTokens, 1, 0.7 * plainVerifier.Metrics.PrefilledTokens);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(33)]
    [InlineData(64)]
    public void Scores_a_prompt_to_the_same_bits_however_it_is_cut(int first)
    {
        var folder = ModelFolder.Read(ModelFolders.Verifier, ModelRole.Verifier);
        using var model = InferenceEngines.OpenVerifierModel(folder, slots: 1, new OnnxExecutionOptions());
        var prompt = folder.Prompt.Encode(_problems[0]).ToArray();
        var expected = model.Extend(0, prompt).ToArray();
        model.Clear(0);

        model.Extend(0, prompt.AsSpan(0, first));
        var found = model.Extend(0, prompt.AsSpan(first)).ToArray();

        Assert.Equal(expected[first..], found);
    }

    private static void Report(string name, EngineMetrics plain, EngineMetrics keeping) => TestContext.Current.SendDiagnosticMessage(
        "{0}: {1} tokens read instead of {2}", name, keeping.PrefilledTokens, plain.PrefilledTokens);
}
