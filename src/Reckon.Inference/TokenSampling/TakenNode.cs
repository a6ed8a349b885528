using TakenShares = System.Collections.Immutable.ImmutableArray<System.Collections.Generic.KeyValuePair<int, double>>;

namespace Reckon.Inference.TokenSampling;

/// <summary>A prefix of taken texts: how likely each token after it is, and how much of that the texts leave.</summary>
internal sealed class TakenNode
{
    private readonly Dictionary<int, (double Probability, TakenNode Node)> _children = [];
    private bool _isEnd;

    /// <summary>The share of the prefix's probability that is not taken.</summary>
    public double Share { get; private set; } = 1;

    /// <summary>The tokens that taken texts go on with, and the share that each has left.</summary>
    public TakenShares Shares =>
    [
        .. _children.OrderBy(child => child.Key).Select(child => KeyValuePair.Create(
            child.Key, child.Value.Node.Share < TakenTexts.LeastShare ? 0 : child.Value.Node.Share)),
    ];

    /// <summary>The prefix with one token more; null where no taken text begins with it.</summary>
    public TakenNode? ChildOf(int token) => _children.TryGetValue(token, out var child) ? child.Node : null;

    /// <summary>Takes the text that goes on with <paramref name="tokens"/>; none where the prefix itself is the text.</summary>
    public void Take(ReadOnlySpan<int> tokens, ReadOnlySpan<float> logProbabilities)
    {
        if (tokens.IsEmpty)
        {
            _isEnd = true;
        }
        else
        {
            if (!_children.TryGetValue(tokens[0], out var child))
            {
                _children[tokens[0]] = child = (Exponential.Of(logProbabilities[0]), new TakenNode());
            }

            child.Node.Take(tokens[1..], logProbabilities[1..]);
        }

        Share = _isEnd ? 0 : Math.Clamp(1 - _children.Values.Sum(child => child.Probability * (1 - child.Node.Share)), 0, 1);
    }
}
