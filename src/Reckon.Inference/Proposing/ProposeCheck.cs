using Reckon.Search;

namespace Reckon.Inference;

/// <summary>Keeps from the batch what would fail in it, and take others along.</summary>
internal static class ProposeCheck
{
    /// <exception cref="ArgumentException">The request is none that any engine of this model could answer.</exception>
    public static void ThrowIfMalformed(ExpandRequest request, int vocabulary)
    {
        var sampling = request.Sampling;
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Count, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(request.FirstChild);
        ArgumentOutOfRangeException.ThrowIfLessThan(sampling.MaxStepTokens, 1);
        if (!(sampling.Temperature >= 0) || !double.IsFinite(sampling.Temperature))
        {
            throw new ArgumentOutOfRangeException(nameof(request), sampling.Temperature, "A temperature is a number of at least 0.");
        }

        foreach (var token in request.Prefix.Steps.SelectMany(step => step.Tokens))
        {
            if (token < 0 || token >= vocabulary)
            {
                throw new ArgumentException($"The prefix holds the token {token}; this model's are 0 to {vocabulary - 1}. It was written by another model.", nameof(request));
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
            ? new TextTooLongException($"The prompt of problem '{problem}' with its prefix, and one token more,", path + 1, contextTokens)
            : new TextTooLongException($"The prefix of problem '{problem}', and one token more,", job.Replay.Length + 1, request.Sampling.MaxAnswerTokens);
    }
}
