using System.Collections.Immutable;
using System.Globalization;
using Reckon.Evaluation.Outcomes;
using Reckon.Evaluation.Text;

namespace Reckon.Evaluation.Exports;

/// <summary>Outcomes as rows for other programs: one for each trial and way of choosing.</summary>
public static class TrialRows
{
    /// <summary>Names of the columns, in their order. What they mean is in <c>docs/study.md</c>.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "problem", "subject", "level", "run", "strategy", "n", "seed", "selection", "answer", "correct", "credit", "status", "score", "end",
        "rounds", "solutions", "truncated", "generations", "promptTokens", "generatedTokens", "verifierTokens",
    ];

    /// <summary>The rows of an outcome; a value is a text, a number, a truth value, or null.</summary>
    public static IEnumerable<ImmutableArray<object?>> Of(TrialOutcome outcome) => outcome.Selections.Select(selection => (ImmutableArray<object?>)
    [
        outcome.ProblemId, outcome.Subject, outcome.Level, outcome.Run, outcome.Strategy, outcome.N, outcome.Seed,
        SelectorName.Of(selection.Selector), selection.Answer, selection.Correct, selection.Credit, CamelCase.Of(selection.Status),
        selection.Score, CamelCase.Of(outcome.End), outcome.Rounds, outcome.Solutions, outcome.Truncated, outcome.Cost.Generations,
        outcome.Cost.PromptTokens, outcome.Cost.GeneratedTokens, outcome.Cost.VerifierTokens,
    ]);

    /// <summary>A value as text, the same in every language; empty for null.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
