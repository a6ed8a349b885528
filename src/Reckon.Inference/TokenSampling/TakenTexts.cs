using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Reckon.Search.Drawing;
using TakenShares = System.Collections.Immutable.ImmutableArray<System.Collections.Generic.KeyValuePair<int, double>>;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// Texts that must not be written again, as a tree of their tokens, and where the text that is being written is in it. Each token on the
/// way to taken texts keeps only the share of its probability that they leave, so that what is sampled has exactly the distribution of
/// sampling without replacement (Shi, Bieber, Sutton 2020, "Incremental sampling without replacement for sequence models").
/// </summary>
/// <remarks>
/// Shares come from recorded log-probabilities in single precision. Where less than <see cref="LeastShare"/> of the probability is left,
/// nothing is: the next text is then sampled as if nothing were taken, and may be one that is.
/// </remarks>
internal sealed class TakenTexts
{
    /// <summary>The least share of the probability that counts as more than rounding.</summary>
    public const double LeastShare = 1e-6;

    private TakenNode? _node;

    private TakenTexts(TakenNode root) => _node = root;

    /// <summary>The tokens that lead to taken texts from here, and the share of its probability that each has left.</summary>
    public TakenShares Shares => _node?.Shares ?? [];

    /// <summary>Where nothing has been written yet; null where nothing is taken.</summary>
    /// <exception cref="ArgumentException">A text lacks log-probabilities.</exception>
    public static TakenTexts? Of(ImmutableArray<Proposal> taken)
    {
        if (taken.IsEmpty)
        {
            return null;
        }

        var root = new TakenNode();
        foreach (var proposal in taken)
        {
            var tokens = proposal.Steps.SelectMany(step => step.Tokens).ToArray();
            var logs = proposal.Steps.SelectMany(step => step.TokenLogProbabilities).ToArray();
            if (tokens.Length != logs.Length)
            {
                throw new ArgumentException("A text that is taken lacks the log-probabilities of its tokens.", nameof(taken));
            }

            root.Take(tokens, logs);
        }

        return root.Share < LeastShare ? null : new TakenTexts(root);
    }

    /// <summary>Moves on by a token that was written.</summary>
    public void Accept(int token) => _node = _node?.ChildOf(token);
}
