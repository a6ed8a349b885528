using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Folders;
using Reckon.Inference.Onnx.Options;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;

namespace Reckon.Inference.Onnx.Tests;

/// <summary>Requests for tests, and engines to put them to.</summary>
internal static class Asking
{
    public static readonly Sampling Sampling = new(Temperature: 0.9, MaxStepTokens: 48, MaxAnswerTokens: 160);

    public static readonly ImmutableArray<Problem> Problems =
    [
        new("p1", "Compute 2*(7+3)+11*7.", "97", "arithmetic", 2),
        new("p2", "Solve 8(z+9)+9=33.", "-6", "equations", 3),
        new("p3", "Compute 12+30.", "42", "arithmetic", 1),
    ];

    public static IProposerEngine Proposer(int maxRows = 64, int threads = 1, int maxKeptTokens = 65_536) => InferenceEngines.OpenProposer(
        ModelFolder.Read(ModelFolders.Proposer), new EngineOptions { MaxRows = maxRows, MaxKeptTokens = maxKeptTokens },
        new OnnxExecutionOptions { Threads = threads });

    public static IVerifierEngine Verifier(int maxKeptTokens = 65_536) => InferenceEngines.OpenVerifier(
        ModelFolder.Read(ModelFolders.Verifier), new EngineOptions { MaxKeptTokens = maxKeptTokens }, new OnnxExecutionOptions());

    public static Prefix Root(Problem problem, long seed = 1) => new(problem, seed, [], []);

    public static Prefix After(Prefix prefix, int child, Proposal proposal) => prefix with
    {
        Path = prefix.Path.Add(child),
        Steps = prefix.Steps.AddRange(proposal.Steps),
    };

    public static Task<ProposeReply> Propose(this IProposerEngine engine, Prefix prefix, int count, Extent extent, int first = 0, Sampling? sampling = null) =>
        engine.TryPropose(new ExpandRequest(prefix, first, count, extent, sampling ?? Sampling), TestContext.Current.CancellationToken, out var reply)
            ? reply
            : throw new InvalidOperationException("The engine is full.");

    public static Task<JudgeReply> Judge(this IVerifierEngine engine, Prefix prefix, IEnumerable<Proposal> continuations) =>
        engine.TryJudge(prefix, [.. continuations], TestContext.Current.CancellationToken, out var reply)
            ? reply
            : throw new InvalidOperationException("The engine is full.");

    /// <summary>Everything in it, bit for bit.</summary>
    public static string Print(this Proposal proposal) =>
        $"{proposal.Ending}: " + string.Join(" | ", proposal.Steps.Select(step =>
            $"{step.Text} [{string.Join(' ', step.Tokens)}] {BitConverter.DoubleToInt64Bits(step.LogProbability):x}"));
}
