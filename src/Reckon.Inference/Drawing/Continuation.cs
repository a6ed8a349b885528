using System.Collections.Immutable;
using Reckon.Search;

namespace Reckon.Inference;

/// <summary>One child as it is being written: cuts tokens into steps, knows which random draw comes next and when to stop.</summary>
internal sealed class Continuation(ITokenizer tokenizer, TokenRules rules, ContinuationLimits limits, RandomKey key)
{
    private readonly List<int> _tokens = [];
    private readonly ImmutableArray<Step>.Builder _steps = ImmutableArray.CreateBuilder<Step>();
    private RandomKey _key = key;
    private double _logProbability;
    private int _written;

    public Ending Ending { get; private set; }

    public double Temperature => limits.Temperature;

    /// <summary>The uniform number for the next token.</summary>
    public double NextUniform() => _key.Uniform(_tokens.Count);

    /// <summary>Adds a token and returns whether it was the last.</summary>
    public bool Accept(TokenDraw draw)
    {
        _tokens.Add(draw.Token);
        _logProbability += draw.LogProbability;
        _written++;
        if (EndingAfter(draw.Token) is { } ending)
        {
            Ending = ending;
            CloseStep();
            return true;
        }

        if (draw.Token == rules.Delimiter)
        {
            CloseStep();
        }

        return false;
    }

    public Proposal ToProposal() => new(_steps.ToImmutable(), Ending);

    private Ending? EndingAfter(int token)
    {
        if (rules.Ends.Contains(token))
        {
            return Ending.Finished;
        }

        if (_written >= limits.RoomTokens)
        {
            return Ending.Truncated; // Even at a delimiter: there is no room for a token more.
        }

        if (token == rules.Delimiter)
        {
            return limits.Extent == Extent.Step ? Ending.Open : null;
        }

        return _tokens.Count >= limits.MaxStepTokens ? Ending.Truncated : null;
    }

    private void CloseStep()
    {
        var isMarked = rules.Ends.Contains(_tokens[^1]) || _tokens[^1] == rules.Delimiter;
        var tokens = _tokens.ToImmutableArray();
        _steps.Add(new Step(tokenizer.Decode(tokens.AsSpan(0, tokens.Length - (isMarked ? 1 : 0))), tokens, _logProbability));
        _tokens.Clear();
        _logProbability = 0;
        _key = _key.Child(0); // The next step is child 0 of this one, as if it had been asked for.
    }
}
