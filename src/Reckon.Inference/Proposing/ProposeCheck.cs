using Reckon.Inference.Engines;
using Reckon.Search;
using Reckon.Search.Running;

namespace Reckon.Inference.Proposing;

/// <summary>Refuses requests that would fail in the batch, and could make others fail.</summary>
internal static class ProposeCheck
{
    private const int MostChildren = 1_000_000; // Each has a place in the reply from the start.

    /// <exception cref="ArgumentException">No engine of this model could answer the request.</exception>
    public static void ThrowIfMalformed(ExpandRequest request, int vocabulary)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Count, MostChildren);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.FirstChild, int.MaxValue - request.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Extent.MaxSteps, 1);
        if (request.Count > 1 && !request.Taken.IsEmpty)
        {
            throw new ArgumentException("Children that must differ are drawn one after the other, in requests of their own.", nameof(request));
        }

        ThrowIfMalformed(request.Sampling);
        if (request.Prefix.Steps.Any(step => step.Tokens.IsDefaultOrEmpty))
        {
            throw new ArgumentException(
                "The prefix holds a step without tokens; a step has at least the token that ends it.", nameof(request));
        }

        foreach (var token in request.Prefix.Steps.SelectMany(step => step.Tokens))
        {
            if (token < 0 || token >= vocabulary)
            {
                throw new ArgumentException(
                    $"The prefix holds the token {token}; this model's are 0 to {vocabulary - 1}. It was written by another model.",
                    nameof(request));
            }
        }
    }

    /// <summary>Why a well-formed request cannot be answered; null when it can.</summary>
    public static TextTooLongException? FaultOf(ExpandRequest request, ProposeJob job, int contextTokens)
    {
        if (job.RoomTokens >= 1)
        {
            return null;
        }

        var (problem, path) = (request.Prefix.Problem.Id, job.Prompt.Length + job.Replay.Length);
        return path >= contextTokens
            ? new TextTooLongException($"The prompt of problem '{problem}' with its prefix, and one more token,", path + 1, contextTokens)
            : new TextTooLongException(
                $"The prefix of problem '{problem}', and one more token,", job.Replay.Length + 1, request.Sampling.MaxAnswerTokens);
    }

    private static void ThrowIfMalformed(Sampling sampling)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampling.MaxStepTokens, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(sampling.TopK);
        Require(sampling.Temperature, sampling.Temperature >= 0, "A temperature is a number of at least 0.");
        Require(sampling.TopP, sampling.TopP is > 0 and <= 1, "Top-p is above 0 and at most 1.");
        Require(sampling.MinP, sampling.MinP is >= 0 and <= 1, "Min-p is from 0 to 1.");
        Require(sampling.RepetitionPenalty, sampling.RepetitionPenalty > 0, "A repetition penalty is a number above 0.");
        Require(sampling.PresencePenalty, true, "A presence penalty is a number.");
        Require(sampling.FrequencyPenalty, true, "A frequency penalty is a number.");
        ThrowIfEmpty(sampling.StepDelimiter);
        if (sampling.Stop.Any(string.IsNullOrEmpty))
        {
            throw new ArgumentException("A stop is a text that is not empty.", nameof(sampling));
        }
    }

    private static void ThrowIfEmpty(string? delimiter)
    {
        if (delimiter is { Length: 0 })
        {
            throw new ArgumentException("A step's delimiter is a text that is not empty.", nameof(delimiter));
        }
    }

    private static void Require(double value, bool isInRange, string rule)
    {
        if (!isInRange || !double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, rule);
        }
    }
}
