using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Running;

namespace Reckon.Inference.Simulated;

/// <summary>What simulated models write and think of it: the same for the same request, of real size, and of no meaning. Pure.</summary>
internal static class SimulatedTexts
{
    private const int Answers = 7;
    private const int FirstToken = 10_000;
    private const float LogProbability = -0.25f;

    /// <summary>Tokens of a step, as the sampling allows them.</summary>
    public static int StepTokens(Sampling sampling, SimulatedRates rates) => Math.Clamp(rates.StepTokens, 1, sampling.MaxStepTokens);

    /// <summary>Steps that each child of <paramref name="request"/> has, at least 1.</summary>
    public static int StepsOf(ExpandRequest request, SimulatedRates rates) =>
        Math.Clamp(AnswerSteps(request.Sampling, rates) - request.Prefix.Steps.Length, 1, request.Extent.MaxSteps);

    /// <summary>The children asked for.</summary>
    public static ProposeReply Reply(ExpandRequest request, SimulatedRates rates) => new(
        [.. Enumerable.Range(0, request.Count).Select(place => ChildOf(request, request.IndexAt(place), rates))],
        SimulatedTokens.Of(request.Prefix.Problem.Question));

    /// <summary>The verdict on <paramref name="continuation"/>.</summary>
    public static Verdict VerdictOn(Proposal continuation) => new(
        [.. continuation.Steps.Select(step => HashOf(step.Text) % 1_000 / 1_000.0)],
        [.. continuation.Steps.Select(step => step.Tokens.Length)]);

    private static int AnswerSteps(Sampling sampling, SimulatedRates rates) =>
        Math.Clamp(sampling.MaxAnswerTokens / StepTokens(sampling, rates), 1, rates.AnswerSteps);

    private static Proposal ChildOf(ExpandRequest request, int child, SimulatedRates rates)
    {
        var (prefix, steps) = (request.Prefix, StepsOf(request, rates));
        var isFinished = prefix.Steps.Length + steps >= AnswerSteps(request.Sampling, rates);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{prefix.Problem.Id}, seed {prefix.Seed}, path {string.Join('.', prefix.Path.Add(child))}");
        var proposal = ImmutableArray.CreateBuilder<Step>(steps);
        for (var step = 1; step <= steps; step++, name += ".0") // As if each step had been drawn by itself: see IProposer.
        {
            proposal.Add(StepOf(name, isFinished && step == steps, StepTokens(request.Sampling, rates)));
        }

        return new Proposal(proposal.MoveToImmutable(), isFinished ? Ending.Finished : Ending.Open);
    }

    private static Step StepOf(string name, bool isLast, int tokens)
    {
        var text = isLast
            ? string.Create(CultureInfo.InvariantCulture, $"This text is simulated ({name}). #### {HashOf(name) % Answers}")
            : $"This text is simulated ({name})".PadRight(tokens * SimulatedTokens.Characters, '.');
        return new Step(text, Tokens(tokens), LogProbability * tokens)
        {
            TokenLogProbabilities = [.. Enumerable.Repeat(LogProbability, tokens)],
        };
    }

    private static ImmutableArray<int> Tokens(int count) => [.. Enumerable.Range(FirstToken, count)];

    // FNV-1a (Fowler, Noll, Vo).
    private static uint HashOf(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(2_166_136_261u, (hash, letter) => unchecked((hash ^ letter) * 16_777_619u));
}
