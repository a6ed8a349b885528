using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Costs;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Randomness;
using Reckon.Search.Running;
using Reckon.Search.Strategies;
using Xunit;

namespace Reckon.Testing;

/// <summary>
/// A proposer and a verifier in memory. Texts, tokens and scores are pure functions of the key of each step, so every
/// strategy, at any N, explores parts of one and the same tree.
/// </summary>
/// <remarks>
/// A step's first token is its worth: the verifier scores a prefix with the mean worth of its steps, shifted by noise that
/// its other tokens decide. Neither holds any state.
/// </remarks>
public sealed record SimulatedSearch : IProposer, IVerifier
{
    private const int Vocabulary = 1 << 20;
    private const int ShortestStep = 2;
    private const int StepLengths = 7;

    // Places in a key's stream, past the tokens.
    private const int Fate = 1_000_000;
    private const int Length = 1_000_001;
    private const int Word = 1_000_002;

    /// <summary>The chance that a step at depth 1, 2, … finishes its answer; the last is used for all deeper ones.</summary>
    public ImmutableArray<double> FinishChances { get; init; } = [0, 0.25, 0.5, 0.75];

    /// <summary>The chance that a step runs into its token limit.</summary>
    public double TruncationChance { get; init; }

    /// <summary>The farthest that a score lies from the mean worth of its prefix's steps.</summary>
    public double VerifierNoise { get; init; } = 0.1;

    /// <summary>Scores are rounded to this many equal parts of [0, 1], to make ties; 0 leaves them as they are.</summary>
    public int ScoreParts { get; init; }

    /// <summary>How many different answers there are.</summary>
    public int Answers { get; init; } = 4;

    /// <summary>Tokens that the verifier reads for each token that was drawn; at least 1.</summary>
    public int VerifierTokensPerToken { get; init; } = 1;

    /// <summary>What both can cost.</summary>
    public SearchPrice Price => new(
        new ProposerPrice(64, Parameters: 1_000), new VerifierPrice(64, VerifierTokensPerToken, Parameters: 3_000));

    /// <summary>Both, as the runner's port.</summary>
    public INodeExpander Expander => new ProposeThenJudge(this, this);

    /// <summary>
    /// Runs <paramref name="strategy"/> on <see cref="Some.Problem"/> to its end, under the eyes of a <see cref="WatchedGate"/>.
    /// </summary>
    public Task<SearchResult> RunAsync(ISearchStrategy strategy, Budget? budget = null, long seed = Some.Seed) =>
        new SearchRunner(Expander, new WatchedGate(budget ?? Budget.Unlimited, Price.Sizes))
            .RunAsync(Some.Task(strategy, seed) with { Price = Price }, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public Task<ProposeReply> ProposeAsync(ExpandRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var proposals = Enumerable.Range(0, request.Count).Select(place => Propose(request, request.IndexAt(place)));
        return Task.FromResult(new ProposeReply([.. proposals], PromptTokens(request.Prefix)));
    }

    /// <inheritdoc/>
    public Task<JudgeReply> JudgeAsync(Prefix prefix, ImmutableArray<Proposal> continuations, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var verdicts = continuations.Select(continuation => new Verdict(
            Judge(prefix, continuation), [.. continuation.Steps.Select(step => VerifierTokensPerToken * step.Tokens.Length)]));
        return Task.FromResult(new JudgeReply([.. verdicts], PromptTokens(prefix)));
    }

    private static int PromptTokens(Prefix prefix) => prefix.Problem.Question.Split(' ').Length;

    private Proposal Propose(ExpandRequest request, int index)
    {
        var key = request.Prefix.Key.Child(index);
        var room = request.Sampling.MaxAnswerTokens - request.Prefix.Steps.Sum(step => step.Tokens.Length);
        List<Step> steps = [];
        while (true)
        {
            var (step, ending) = Draw(key, request.Prefix.Steps.Length + steps.Count, Math.Min(room, request.Sampling.MaxStepTokens));
            steps.Add(step);
            if (ending != Ending.Open || steps.Count == request.Extent.MaxSteps)
            {
                return new Proposal([.. steps], ending);
            }

            key = key.Child(ChildIndex.Next(index));
            room -= step.Tokens.Length;
        }
    }

    private (Step Step, Ending Ending) Draw(RandomKey key, int depth, int limitTokens)
    {
        var length = ShortestStep + (int)(key.Uniform(Length) * StepLengths);
        var fate = key.Uniform(Fate);
        if (fate < TruncationChance || length > limitTokens)
        {
            return (Write(key, "cut", limitTokens), Ending.Truncated);
        }

        var isFinished = (fate - TruncationChance) / (1 - TruncationChance) < FinishChances[Math.Min(depth, FinishChances.Length - 1)];
        return isFinished
            ? (Write(key, $"answer {(int)(key.Uniform(Word) * Answers)}", length), Ending.Finished)
            : (Write(key, $"step {(int)(key.Uniform(Word) * 0x10000):x4}", length), Ending.Open);
    }

    private static Step Write(RandomKey key, string text, int length)
    {
        var tokens = Enumerable.Range(0, length).Select(i => (int)(key.Uniform(i) * Vocabulary));
        return new Step(text, [.. tokens], -length * 0.5);
    }

    private ImmutableArray<double> Judge(Prefix prefix, Proposal continuation)
    {
        var worth = prefix.Steps.Sum(Worth);
        var depth = prefix.Steps.Length;
        var scores = ImmutableArray.CreateBuilder<double>(continuation.Steps.Length);
        foreach (var step in continuation.Steps)
        {
            worth += Worth(step);
            depth++;
            scores.Add(Rounded(Math.Clamp((worth / depth) + Noise(step), 0, 1)));
        }

        return scores.MoveToImmutable();
    }

    private static double Worth(Step step) => (double)step.Tokens[0] / Vocabulary;

    private double Noise(Step step) => VerifierNoise * ((2.0 * step.Tokens[^1] / Vocabulary) - 1);

    private double Rounded(double score) => ScoreParts == 0 ? score : Math.Round(score * ScoreParts) / ScoreParts;
}
