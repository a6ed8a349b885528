using System.Runtime.InteropServices;
using Reckon.Search;

namespace Reckon.Inference.TokenSampling;

/// <summary>The tokens that a path has read and written, as penalties count them.</summary>
public sealed class PathTokens
{
    private readonly Dictionary<int, int> _written; // How often; 0 for tokens that are in the prompt alone.

    private PathTokens(Dictionary<int, int> written) => _written = written;

    /// <summary>The tokens of a prompt, and of what was written after it.</summary>
    public static PathTokens Of(ReadOnlySpan<int> prompt, ReadOnlySpan<int> written)
    {
        var path = new PathTokens([]);
        foreach (var token in prompt)
        {
            path._written.TryAdd(token, 0);
        }

        foreach (var token in written)
        {
            path.Add(token);
        }

        return path;
    }

    /// <summary>Whether any penalty changes anything.</summary>
    public static bool MatterTo(Sampling sampling) =>
        sampling.RepetitionPenalty != 1 || sampling.PresencePenalty != 0 || sampling.FrequencyPenalty != 0;

    /// <summary>Counts a token that was written.</summary>
    public void Add(int token) => CollectionsMarshal.GetValueRefOrAddDefault(_written, token, out _)++;

    /// <summary>A copy, to which tokens can be added.</summary>
    public PathTokens Copy() => new(new Dictionary<int, int>(_written));

    /// <summary>Changes the logits of the tokens that are here: repetition first, then presence and frequency together.</summary>
    public void Penalise(Sampling sampling, Span<float> logits)
    {
        foreach (var (token, times) in _written)
        {
            logits[token] = Penalised(sampling, logits[token], times);
        }
    }

    /// <summary>The logit of <paramref name="token"/>, penalised if it is here.</summary>
    internal float Penalised(Sampling sampling, int token, float logit) =>
        _written.TryGetValue(token, out var times) ? Penalised(sampling, logit, times) : logit;

    // In double, and rounded once.
    private static float Penalised(Sampling sampling, float logit, int times)
    {
        var repeated = logit > 0 ? logit / sampling.RepetitionPenalty : logit * sampling.RepetitionPenalty;
        return (float)(repeated - (times > 0 ? sampling.PresencePenalty : 0) - (times * sampling.FrequencyPenalty));
    }
}
