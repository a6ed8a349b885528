using System.Collections.Immutable;
using Reckon.Search.Strategies.Parameters;

namespace Reckon.Evaluation.Outcomes;

/// <summary>
/// Makes outcomes small, for summaries of many: chosen answers and their scores, which no summary reads, are left out, and what outcomes
/// have in common is kept once. About 200 bytes are left of each. For one thread.
/// </summary>
public sealed class CompactOutcomes
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParameterValues> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<ImmutableArray<SelectionOutcome>, ImmutableArray<SelectionOutcome>> _selections = new(new SameSelections());

    /// <summary>What a summary needs of <paramref name="outcome"/>.</summary>
    public TrialOutcome Of(TrialOutcome outcome) => outcome with
    {
        ProblemId = Shared(outcome.ProblemId),
        Subject = Shared(outcome.Subject),
        Run = Shared(outcome.Run),
        Strategy = Shared(outcome.Strategy),
        Parameters = _parameters.TryGetValue(outcome.Run, out var known) ? known : _parameters[outcome.Run] = outcome.Parameters,
        Selections = Shared([.. outcome.Selections.Select(chosen => chosen with { Answer = null, Score = null })]),
    };

    private string Shared(string text)
    {
        _texts.TryAdd(text, text);
        return _texts[text];
    }

    private ImmutableArray<SelectionOutcome> Shared(ImmutableArray<SelectionOutcome> selections)
    {
        _selections.TryAdd(selections, selections);
        return _selections[selections];
    }

    private sealed class SameSelections : IEqualityComparer<ImmutableArray<SelectionOutcome>>
    {
        public bool Equals(ImmutableArray<SelectionOutcome> left, ImmutableArray<SelectionOutcome> right) =>
            left.AsSpan().SequenceEqual(right.AsSpan());

        public int GetHashCode(ImmutableArray<SelectionOutcome> selections) =>
            selections.Aggregate(0, (hash, selection) => HashCode.Combine(hash, selection));
    }
}
