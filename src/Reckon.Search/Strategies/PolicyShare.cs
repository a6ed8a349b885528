using Reckon.Search.Drawing;
using Reckon.Search.Strategies.Parameters;
using Reckon.Search.Trees;
using Reckon.Search.Verification;

namespace Reckon.Search.Strategies;

/// <summary>What a method gets of a search's n generations once some have gone into the first answers.</summary>
/// <param name="Values">The method's values; their n is what is left for it, the answers that it goes on from included.</param>
/// <param name="Reused">How many of the first answers it begins with.</param>
internal sealed record PolicyShare(ParameterValues Values, int Reused)
{
    /// <summary>
    /// The largest share for which the probe and the method together stay within <paramref name="n"/>. A method that begins with whole
    /// answers, as best-of-n does, takes those of the probe for them.
    /// </summary>
    /// <exception cref="ArgumentException">Too little is left for the method, or its values are none.</exception>
    public static PolicyShare Of(PolicyMethod method, int n, int probe)
    {
        var (definition, left) = (method.Definition, n);
        while (true)
        {
            var values = method.ValuesFor(left);
            if (definition!.Conflict(values) is { } conflict) // Values are only had where there is a definition.
            {
                throw new ArgumentException(conflict.Message);
            }

            var reused = Math.Min(probe, FirstAnswers(definition, values));
            if (n - probe + reused >= left)
            {
                return new PolicyShare(values, reused);
            }

            left = n - probe + reused;
        }
    }

    private static int FirstAnswers(StrategyDefinition definition, ParameterValues values) => definition
        .Create(new StrategyContext(values, Aggregation.Last, default, new AnswersByText()))
        .Plan(SearchTree.Empty)
        .Where(IsWholeAnswer)
        .Sum(expansion => expansion.Count);

    /// <summary>Whether <paramref name="expansion"/> draws what the first answers are.</summary>
    internal static bool IsWholeAnswer(Expansion expansion) =>
        expansion is { Node: SearchTree.Root, Draw: Draw.Sampled, IsRollout: false, Extent.IsAnswer: true };
}
