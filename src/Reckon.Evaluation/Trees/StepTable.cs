using System.Collections.Immutable;
using Reckon.Search;
using Reckon.Search.Drawing;
using Reckon.Search.Judging;
using Reckon.Search.Trees;

namespace Reckon.Evaluation.Trees;

/// <summary>Numbers the steps of a problem's trials, each once.</summary>
internal sealed class StepTable
{
    private readonly List<TreeStep> _steps = [];

    // By place and text: where a model's bits depend on its batch, two trials may have drawn different steps at one place.
    private readonly Dictionary<(long Seed, int Parent, int Child, string Text, Ending Ending), int> _numbers = [];

    public ImmutableArray<TreeStep> Steps => [.. _steps];

    /// <summary>The numbers of the steps of <paramref name="node"/>, which continues the step <paramref name="parent"/>.</summary>
    public int[] StepsOf(Node node, long seed, int parent)
    {
        var (steps, last) = (node.Proposal.Steps, node.Proposal.Steps.Length - 1);
        var numbers = new int[steps.Length];
        for (var i = 0; i <= last; i++)
        {
            var child = i == 0 ? node.Index : ChildIndex.Next(node.Index);
            numbers[i] = parent = NumberOf(seed, parent, child, steps[i], i == last ? node.Proposal.Ending : Ending.Open, node.Verdict, i);
        }

        return numbers;
    }

    private int NumberOf(long seed, int parent, int child, Step step, Ending ending, Verdict? verdict, int place)
    {
        var key = (seed, parent, child, step.Text, ending);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _numbers[key] = _steps.Count;
            _steps.Add(new TreeStep(seed, parent, child, step.Text, step.Tokens.Length, step.LogProbability, ending, null, 0));
        }

        if (verdict is not null && _steps[number].Score is null)
        {
            // A truncated answer is not judged, but another trial may have had its first steps judged.
            _steps[number] = _steps[number] with { Score = verdict.Scores[place], VerifierTokens = verdict.Tokens[place] };
        }

        return number;
    }
}
