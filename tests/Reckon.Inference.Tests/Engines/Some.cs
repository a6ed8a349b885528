using System.Collections.Immutable;
using Reckon.Inference.Engines;
using Reckon.Inference.Proposing;
using Reckon.Inference.Slots;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Simulation;

namespace Reckon.Inference.Tests.Engines;

/// <summary>Values that do not matter, and engines on simulated models.</summary>
internal static class Some
{
    public const int ContextTokens = 256;

    public static readonly SimulatedLanguage Language = new();

    public static readonly Sampling Sampling = new(Temperature: 1, MaxStepTokens: 64, MaxAnswerTokens: 200);

    public static Problem Problem(int number = 1, int level = 0) =>
        new($"p{number}", $"What is {number} + 1?", $"{number + 1}", "sums", level);

    public static Prefix Prefix(int problem = 1, long seed = 1) => new(Problem(problem), seed, [], []);

    public static ExpandRequest Answers(int count, int problem = 1) => new(Prefix(problem), 0, count, Extent.Answer, Sampling);

    public static GatedModel Model(EngineOptions options) =>
        new(new SimulatedModel(Language, options.Slots, ContextTokens, DevicePace.Instant, options.MaxKeptTokens));

    public static ProposerEngine Engine(IModel model, EngineOptions options) => new(SimulatedEngines.Parts(Language, model), options);

    public static IProposerEngine Engine(EngineOptions options) => Engine(Model(options), options);

    public static Task<ProposeReply> Propose(this IProposerEngine engine, ExpandRequest request) =>
        engine.ProposeUntil(request, TestContext.Current.CancellationToken);

    public static Task<ProposeReply> ProposeUntil(this IProposerEngine engine, ExpandRequest request,
        CancellationToken cancellationToken) =>
        engine.TryPropose(request, cancellationToken, out var reply) ? reply : throw new InvalidOperationException("The engine is full.");

    /// <summary>Everything in it, bit for bit.</summary>
    public static string Print(Proposal proposal) =>
        $"{proposal.Ending} {string.Join('|', proposal.Steps.Select(step => $"{step.Text} {step.LogProbability:r}"))}";

    public static Task<JudgeReply> Judge(this IVerifierEngine engine, Prefix prefix, ImmutableArray<Proposal> proposals) =>
        engine.TryJudge(prefix, proposals, TestContext.Current.CancellationToken, out var reply)
            ? reply
            : throw new InvalidOperationException("The engine is full.");
}
