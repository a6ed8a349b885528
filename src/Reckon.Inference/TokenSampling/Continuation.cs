using System.Collections.Immutable;
using Reckon.Inference.Tokens;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Running;
using Reckon.Search.Trees;

namespace Reckon.Inference.TokenSampling;

/// <summary>
/// A text that is being written by one child, or by several that have sampled the same tokens so far. Cuts tokens into steps, knows the
/// random number of each child's next token, and when to stop.
/// </summary>
/// <param name="tokenizer">The model's.</param>
/// <param name="rules">What its tokens mean.</param>
/// <param name="limits">How it is sampled, and how long it may get.</param>
/// <param name="siblings">The children that write it, at least one.</param>
/// <param name="path">The tokens before it, for penalties; null where there are none. The text adds its own.</param>
/// <param name="stops">Looks for texts that end it; null where there are none. The text moves it on.</param>
/// <param name="taken">Texts that it must differ from, where it has one writer; null where it may be any. The text moves it on.</param>
/// <param name="text">The text of the step that it begins within; null where it begins a step. The text moves it on.</param>
internal sealed class Continuation(
    ITokenizer tokenizer,
    TokenRules rules,
    ContinuationLimits limits,
    ImmutableArray<Sibling> siblings,
    PathTokens? path = null,
    StopDetector? stops = null,
    TakenTexts? taken = null,
    StepText? text = null)
{
    private readonly List<int> _tokens = [];
    private readonly StepText _text = text ?? new StepText(rules.Delimiter);
    private readonly List<float> _logProbabilities = [];
    private readonly ImmutableArray<Step>.Builder _steps = ImmutableArray.CreateBuilder<Step>();
    private double _logProbability;
    private int _written;
    private int? _cut; // Where the last step's text ends before a stop.

    public Ending Ending { get; private set; }

    /// <summary>The children that write it.</summary>
    public ImmutableArray<Sibling> Siblings { get; private set; } = siblings;

    public Sampling Sampling => limits.Sampling;

    /// <summary>The tokens before the next one, for penalties; null where there are none.</summary>
    public PathTokens? Path => path;

    /// <summary>Next tokens that keep only a share of their probability.</summary>
    public ImmutableArray<KeyValuePair<int, double>> TakenShares => taken?.Shares ?? [];

    /// <summary>The random number in [0, 1) for a sibling's next token.</summary>
    public double UniformOf(Sibling sibling) => sibling.Key.Uniform(_tokens.Count);

    /// <summary>All tokens written so far.</summary>
    public ImmutableArray<int> Written() => [.. _steps.SelectMany(step => step.Tokens), .. _tokens];

    /// <summary>A copy of the text, which <paramref name="siblings"/> continue.</summary>
    public Continuation Branch(ImmutableArray<Sibling> siblings)
    {
        var branch = new Continuation(tokenizer, rules, limits, siblings, path?.Copy(), stops?.Copy(), text: _text.Copy())
        {
            _logProbability = _logProbability,
            _written = _written,
        };
        branch._tokens.AddRange(_tokens);
        branch._logProbabilities.AddRange(_logProbabilities);
        branch._steps.AddRange(_steps);
        return branch;
    }

    /// <summary>Leaves the text to some of the children that wrote it.</summary>
    public void LeaveTo(ImmutableArray<Sibling> siblings) => Siblings = siblings;

    /// <summary>Adds a token and returns whether it was the last.</summary>
    public bool Accept(SampledToken token)
    {
        _tokens.Add(token.Id);
        _logProbabilities.Add((float)token.LogProbability);
        _logProbability += token.LogProbability;
        _written++;
        path?.Add(token.Id);
        taken?.Accept(token.Id);
        if (!rules.Ends.Contains(token.Id))
        {
            _text.Add(tokenizer.BytesOf(token.Id));
        }

        if (EndingAfter(token.Id) is { } ending)
        {
            Ending = ending;
            CloseStep();
            return true;
        }

        if (_text.IsDelimited)
        {
            CloseStep();
        }

        return false;
    }

    public Proposal ToProposal() => new(_steps.ToImmutable(), Ending);

    private Ending? EndingAfter(int id)
    {
        if (rules.Ends.Contains(id))
        {
            return Ending.Finished;
        }

        _cut = stops?.CutOf(_text.Whole);
        if (_cut is not null)
        {
            return Ending.Finished;
        }

        if (_written >= limits.RoomTokens)
        {
            return Ending.Truncated; // Even at a delimiter: there is no room for another token.
        }

        if (_text.IsDelimited)
        {
            return _steps.Count + 1 >= limits.Extent.MaxSteps ? Ending.Open : null;
        }

        return _tokens.Count >= limits.Sampling.MaxStepTokens ? Ending.Truncated : null;
    }

    private void CloseStep()
    {
        stops?.CloseStep(_text.Whole);
        _steps.Add(new Step(_cut is { } cut ? _text.Whole[..cut] : _text.WithoutDelimiter, [.. _tokens], _logProbability)
        {
            TokenLogProbabilities = [.. _logProbabilities],
        });
        _tokens.Clear();
        _text.Clear();
        _logProbabilities.Clear();
        _logProbability = 0;

        // The next step is child 0 of this one, as if it had been asked for.
        Siblings = [.. Siblings.Select(sibling => sibling with { Key = sibling.Key.Child(0) })];
    }
}
